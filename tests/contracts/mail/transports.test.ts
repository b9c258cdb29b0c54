import { afterEach, describe, expect, test } from "vitest";
import { isPublicAddress } from "@/lib/core/http/public-address";
import { localTransport } from "@/plugins/mail-local";
import { resendTransport } from "@/plugins/mail-resend";
import { smtpTransport } from "@/plugins/mail-smtp";
import { freePort } from "@/scripts/system/ports";
import { ResendSimulator } from "@/tests/simulators/resend";
import { SmtpSimulator } from "@/tests/simulators/smtp";
import { aMail, mailTransportKit } from "./kit";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function smtp() {
  const simulator = await SmtpSimulator.start();
  stops.push(() => simulator.stop());
  const { port, user, password } = simulator;
  return { simulator, settings: { host: "127.0.0.1", port, security: "none", user, password } };
}

async function resend() {
  const simulator = await ResendSimulator.start();
  stops.push(() => simulator.stop());
  return { simulator, settings: { apiKey: simulator.apiKey, baseUrl: simulator.url } };
}

describe("the local mailbox", () => {
  mailTransportKit(async () => ({ transport: localTransport, settings: {}, arrived: () => [] }));
});

describe("SMTP", () => {
  mailTransportKit(async () => {
    const { simulator, settings } = await smtp();
    const faults = { lost: "lost", busy: "busy", "message-refused": "spam" } as const;
    return {
      transport: smtpTransport,
      settings,
      strangersSettings: { ...settings, password: "of-a-stranger" },
      deadSettings: { ...settings, port: await freePort() },
      meet: (fault) => simulator.next(faults[fault]),
      arrived: () =>
        simulator.mails.map(({ from, to, parsed }) => ({
          key: parsed.messageId ?? "",
          from,
          to,
          subject: parsed.subject ?? "",
          html: parsed.html ?? "",
          text: parsed.text ?? "",
          headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
        })),
    };
  });

  test("a mailbox that does not exist is a bounce; relaying denied is not", async () => {
    const { simulator, settings } = await smtp();
    const send = () =>
      smtpTransport.send(aMail(), smtpTransport.settings.parse(settings), {
        permits: () => true,
        timeoutMs: 5_000,
      });
    simulator.next("unknown-mailbox", "policy", "later-at-data");
    expect(await send()).toMatchObject({ kind: "refused", reason: "recipient_refused" });
    expect(await send()).toMatchObject({ kind: "refused", reason: "message_refused" });
    expect(await send()).toMatchObject({ kind: "later", reason: "unavailable" });
  });

  test("F-29: a company's mail server must be at a public address", async () => {
    const { simulator, settings } = await smtp();
    for (const host of ["127.0.0.1", "localhost", "[::1]", "169.254.169.254"]) {
      const outcome = await smtpTransport.send(aMail(), smtpTransport.settings.parse({ ...settings, host }), {
        permits: isPublicAddress,
        timeoutMs: 2_000,
      });
      expect(outcome).toMatchObject({ kind: "later", reason: "misconfigured" });
    }
    expect(simulator.mails).toEqual([]);
  });

  test("where TLS is required, nothing is sent without", async () => {
    const { simulator, settings } = await smtp();
    const outcome = await smtpTransport.send(
      aMail(),
      smtpTransport.settings.parse({ ...settings, security: "starttls" }),
      { permits: () => true, timeoutMs: 2_000 },
    );
    expect(outcome).toMatchObject({ kind: "later" });
    expect(simulator.mails).toEqual([]);
  });
});

describe("Resend", () => {
  mailTransportKit(async () => {
    const { simulator, settings } = await resend();
    const faults = { lost: "lost", busy: "limited", "message-refused": "refused" } as const;
    return {
      transport: resendTransport,
      settings,
      strangersSettings: { ...settings, apiKey: "re_key_of-a-stranger" },
      deadSettings: { ...settings, baseUrl: `http://127.0.0.1:${await freePort()}` },
      meet: (fault) => simulator.next(faults[fault]),
      arrived: () =>
        simulator.mails.map(({ key, from, to, subject, html, text, headers }) => ({
          key,
          from: /<([^<>]+)>$/.exec(from)?.[1] ?? from,
          to,
          subject,
          html,
          text,
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
          ),
        })),
    };
  });

  test("what the API asks for in time and by whom: patience after 429, an operator after 403, the same mail after 500", async () => {
    const { simulator, settings } = await resend();
    const mail = aMail();
    const send = () => resendTransport.send(mail, settings, { permits: () => true, timeoutMs: 5_000 });
    simulator.next("limited", "sender", "failed", undefined);
    expect(await send()).toMatchObject({ kind: "later", reason: "rate_limited", afterSeconds: 120 });
    expect(await send()).toMatchObject({ kind: "later", reason: "misconfigured" });
    expect(await send()).toMatchObject({ kind: "unknown" });
    expect(await send()).toMatchObject({ kind: "accepted", providerId: simulator.mails[0]?.id });
    expect(simulator.mails).toHaveLength(1);
  });
});
