import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import type { MailTransport, Outcome, OutgoingMail, Surroundings } from "@/lib/mail/contract";

/** What arrived on the other side, whatever protocol brought it. */
export type Arrived = {
  /** By what the other side would know a copy. */
  key: string;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

export type Harness = {
  transport: MailTransport;
  settings: unknown;
  /** Settings with other credentials; absent where there are none. */
  strangersSettings?: unknown;
  /** Settings that lead to a port where nobody listens; absent where nothing is called. */
  deadSettings?: unknown;
  arrived(): Arrived[];
  /** The next conversation meets this; absent where nothing can go wrong. */
  meet?(fault: "lost" | "busy" | "message-refused"): void;
};

export function aMail(given: Partial<OutgoingMail> = {}): OutgoingMail {
  const id = newId();
  return {
    id,
    messageId: `<${id}@northwind.example>`,
    from: { address: "no-reply@northwind.example", name: 'Northwind "Hosting", Ltd' },
    to: { address: "ada@example.com", name: "Ada Lovelace" },
    replyTo: "support@northwind.example",
    subject: "Grüße & <مرحبا>",
    html: "<p>Grüße مرحبا</p>",
    text: "Grüße مرحبا\n",
    headers: { "Auto-Submitted": "auto-generated" },
    ...given,
  };
}

const surroundings: Surroundings = { permits: () => true, timeoutMs: 5_000 };

/** What every transport must do. `start` is called once per test. */
export function mailTransportKit(start: () => Promise<Harness>): void {
  async function send(harness: Harness, mail: OutgoingMail, settings = harness.settings): Promise<Outcome> {
    return harness.transport.send(mail, harness.transport.settings.parse(settings), surroundings);
  }

  test("a mail arrives once, as it was written, at one recipient", async () => {
    const harness = await start();
    const mail = aMail();
    expect(await send(harness, mail)).toMatchObject({ kind: "accepted" });

    if (!harness.meet) return;
    expect(harness.arrived()).toHaveLength(1);
    const [arrived] = harness.arrived();
    expect(arrived).toMatchObject({ from: mail.from.address, to: [mail.to.address], subject: mail.subject });
    expect(arrived?.html.trim()).toBe(mail.html);
    expect(arrived?.text.trim()).toBe(mail.text.trim());
    expect(arrived?.headers["auto-submitted"]).toBe("auto-generated");
  });

  test("F-03: after a lost answer the outcome is unknown, and the repeat is known as the same mail", async () => {
    const harness = await start();
    if (!harness.meet) return;
    const mail = aMail();
    harness.meet("lost");
    expect(await send(harness, mail)).toMatchObject({ kind: "unknown" });
    expect(await send(harness, mail)).toMatchObject({ kind: "accepted" });
    expect(new Set(harness.arrived().map(({ key }) => key)).size).toBe(1);
    expect(harness.arrived()[0]?.key).toContain(mail.id);
  });

  test("a server that is busy gets the mail later", async () => {
    const harness = await start();
    if (!harness.meet) return;
    harness.meet("busy");
    expect(await send(harness, aMail())).toMatchObject({ kind: "later" });
    expect(harness.arrived()).toEqual([]);
  });

  test("a mail that is refused is not tried again", async () => {
    const harness = await start();
    if (!harness.meet) return;
    harness.meet("message-refused");
    expect(await send(harness, aMail())).toMatchObject({ kind: "refused", reason: "message_refused" });
    expect(harness.arrived()).toEqual([]);
  });

  test("wrong credentials wait for an operator, and show in no detail", async () => {
    const harness = await start();
    if (!harness.strangersSettings) return;
    const outcome = await send(harness, aMail(), harness.strangersSettings);
    expect(outcome).toMatchObject({ kind: "later", reason: "misconfigured" });
    expect(JSON.stringify(outcome)).not.toContain("of-a-stranger");
  });

  test("where nobody listens, nothing is lost: the mail is tried again", async () => {
    const harness = await start();
    if (!harness.deadSettings) return;
    const outcome = await send(harness, aMail(), harness.deadSettings);
    expect(["later", "unknown"]).toContain(outcome.kind);
  });

  test("S-32: a line break in any field makes no header, no recipient and no second mail", async () => {
    const evil = "x\r\nBcc: eve@evil.example\r\n\r\nRCPT TO:<eve@evil.example>\u0000";
    for (const field of ["subject", "fromName", "toName", "replyTo", "header", "address"] as const) {
      const harness = await start();
      const mail = aMail({
        ...(field === "subject" && { subject: evil }),
        ...(field === "fromName" && { from: { address: "no-reply@northwind.example", name: evil } }),
        ...(field === "toName" && { to: { address: "ada@example.com", name: evil } }),
        ...(field === "replyTo" && { replyTo: evil }),
        ...(field === "header" && { headers: { "Auto-Submitted": evil } }),
        ...(field === "address" && { to: { address: `ada@example.com${evil}`, name: null } }),
      });
      await send(harness, mail);
      for (const arrived of harness.arrived()) {
        expect(arrived.to, field).toEqual(["ada@example.com"]);
        expect(Object.keys(arrived.headers), field).not.toContain("bcc");
      }
      expect(harness.arrived().length, field).toBeLessThanOrEqual(1);
    }
  });
}
