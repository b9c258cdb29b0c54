import { beforeAll, describe, expect, test } from "vitest";
import type { ReadMail } from "@/lib/auth/testing";
import { callAction, type Fields, formOf, ownSite, stateOf } from "./support/actions";
import { app, first, origin, owner, second } from "./support/installation";
import { type Action, actions } from "./support/manifests";
import { type Answer, inParallel, send, valuesOf } from "./support/request";
import { runScript } from "./support/run-script";

const { email, password } = first.owner;
const newPassword = "seven brown bears in a rowing boat";
const unusable = "auth.token_unusable";

const action = (name: string) => actions().find((one) => one.name === name) as Action;

type Given = { cookie?: string | undefined; headers?: Record<string, string>; next?: string | undefined };

/** Sends a form to the action of a page; actions that sign in are told first where the person wants to go. */
function submit(name: string, fields: Fields, { cookie, headers = ownSite, next }: Given = {}) {
  const before = ["signInAction", "signInWithLinkAction"].includes(name) ? [next] : [];
  return callAction({ ...action(name), cookie, headers }, [...before, {}, formOf(fields)]);
}

const signIn = (given: Given = {}) => submit("signInAction", { email, password }, given);
const codeOf = (answer: Answer) => stateOf(answer)?.error?.code;

/** Cookies that an answer sets, by name; those that it takes away have no value. */
function cookiesOf(answer: Answer): Map<string, { value: string; line: string }> {
  return new Map(
    valuesOf(answer, "set-cookie").map((line) => {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      return [name, { value, line }];
    }),
  );
}

const sessionName = "authjs.session-token";
const sessionOf = (answer: Answer) => cookiesOf(answer).get(sessionName)?.value ?? "";
const asCookie = (value: string) => `${sessionName}=${value}`;
const opens = async (cookie: string) => (await send({ path: "/admin/clients", cookie })).status === 200;

describe("F-35: session fixation", () => {
  test("a session that was there before the sign-in is neither taken over nor left alive", async () => {
    const preset = sessionOf(await signIn());
    const answer = await signIn({ cookie: asCookie(preset) });
    const own = sessionOf(answer);

    expect(own).not.toBe("");
    expect(own).not.toBe(preset);
    expect([await opens(asCookie(own)), await opens(asCookie(preset))]).toEqual([true, false]);
  });

  test.each([
    ["nonsense", "x".repeat(300)],
    ["an unsigned token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."],
    ["a token of another company", second.owner.cookie.replace(`${sessionName}=`, "")],
  ])("%s as the cookie before the sign-in opens nothing after it", async (_, preset) => {
    const own = sessionOf(await signIn({ cookie: asCookie(preset) }));
    expect(own).not.toBe(preset);
    expect([await opens(asCookie(own)), await opens(asCookie(preset))]).toEqual([true, false]);
  });

  test("two cookies of one name are not one that counts and one that is checked", async () => {
    const own = sessionOf(await signIn());
    const other = first.readOnly.cookie;
    const answer = await send({ path: "/api/v1/me", cookie: `${other}; ${asCookie(own)}`, headers: ownSite });
    const swapped = await send({
      path: "/api/v1/me",
      cookie: `${asCookie(own)}; ${other}`,
      headers: ownSite,
    });
    const names = [answer, swapped].map(({ text }) => JSON.parse(text).user.name);
    for (const name of names) expect([first.owner.name, first.readOnly.name]).toContain(name);
  });

  test("signed out, the cookie opens nothing at the next request, whoever kept a copy of it", async () => {
    const cookie = asCookie(sessionOf(await signIn()));
    const answer = await callAction({ ...action("signOutAction"), cookie, headers: ownSite }, []);
    expect(cookiesOf(answer).get(sessionName)?.value).toBe("");
    expect(await opens(cookie)).toBe(false);
  });
});

describe("cookies", () => {
  test("cannot be read by scripts, are not sent along by other sites' forms, and belong to one host", async () => {
    const answer = await signIn();
    const cookies = [...cookiesOf(answer).values()];
    expect([...cookiesOf(answer).keys()]).toEqual(expect.arrayContaining([sessionName, "panel1.browser"]));
    for (const { line } of cookies) {
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=(?:lax|strict)/i);
      expect(line).toMatch(/; Path=\//i);
      expect(line).not.toMatch(/; Domain=/i);
    }
  });

  test("a session's cookie holds nothing that can be read: no name, no right, no id", async () => {
    const value = sessionOf(await signIn());
    const parts = value.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect(parts).toHaveLength(5);
    expect(`${value}${parts.join("")}`).not.toMatch(new RegExp(`${first.owner.id}|${first.tenantId}|owner`));
  });
});

describe("open redirect: where somebody goes after they have signed in", () => {
  const outside = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%09/evil.example",
    "/.//evil.example",
    "/admin/..//evil.example",
    "https:evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://localhost@evil.example",
    `${origin}.evil.example/`,
    `${origin}@evil.example/`,
    "@evil.example",
    ".evil.example",
    "/\r\nLocation: https://evil.example",
    "/@evil.example/%2f..",
    "//evil%E3%80%82example",
    "%2f%2fevil.example",
    " //evil.example",
    "/ /evil.example",
  ];

  test("by password: always a path of this site", async () => {
    for (const next of outside) {
      const answer = await signIn({ next });
      const target = String(answer.headers["x-action-redirect"] ?? answer.headers.location ?? "").split(
        ";",
      )[0];
      expect(target, next).toBeTruthy();
      expect(new URL(target ?? "", origin).origin, `${next} -> ${target}`).toBe(origin);
      expect(target, next).toMatch(/^\/(?![/\\])/);
    }
  });

  test("by a page that sends whoever is signed in on: always a path of this site", async () => {
    const others = ["/confirm", "/connect", "/sign-in/link", "/register", "/forgot"].flatMap((page) =>
      outside.slice(0, 4).map((next) => ({ page, next })),
    );
    const visits = [...outside.map((next) => ({ page: "/sign-in", next })), ...others];
    for (const { page, next } of visits) {
      const path = `${page}?next=${encodeURIComponent(next)}&returnTo=${encodeURIComponent(next)}`;
      for (const cookie of [first.owner.cookie, undefined]) {
        const answer = await send({ path, cookie });
        const { location } = answer.headers;
        if (location) expect(new URL(location, origin).origin, `${path} -> ${location}`).toBe(origin);
        expect(answer.text, path).not.toMatch(/(?:href|action|url)="?=?(?:https?:)?[/\\]{2}evil/i);
      }
    }
  });
});

describe("links of mails", () => {
  const mailsTo = (address: string, tenantId = first.tenantId) =>
    runScript<ReadMail[]>("read-mail.ts", app.environment, [tenantId, address]);
  const person = first.changing;
  const asLink = (token: string) => submit("signInWithLinkAction", { token });
  const ask = (name: string, headers: Record<string, string> = ownSite) =>
    submit(name, { email: person.email }, { headers });
  let token: string;
  beforeAll(async () => {
    await ask("requestSignInLinkAction");
    token = (await mailsTo(person.email))[0]?.token ?? "";
  });

  test("S-48: lead to the company's own host, whatever the request said of hosts", async () => {
    const poisons: Record<string, string>[] = [
      { "x-forwarded-host": "evil.example" },
      { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
      { "x-host": "evil.example", "x-original-host": "evil.example", "x-forwarded-server": "evil.example" },
      { referer: "https://evil.example/forgot" },
    ];
    for (const poison of poisons) {
      expect(codeOf(await ask("requestResetAction", { ...ownSite, ...poison }))).toBeUndefined();
    }
    for (const host of ["evil.example", `${new URL(origin).host}.evil.example`, "localhost@evil.example"]) {
      const answer = await ask("requestResetAction", { origin: `http://${host}`, host });
      expect(answer.status, host).toBeGreaterThanOrEqual(400);
    }
    const mails = (await mailsTo(person.email)).filter(({ template }) => template === "reset-password");
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThanOrEqual(poisons.length);
    for (const { host } of mails) expect(host).toBe(new URL(origin).host);
  });

  test("S-24: the pages that they lead to say the same of a token that works and of one that does not", async () => {
    const bare = ({ text }: Answer, given: string) =>
      text.replaceAll(given, "TOKEN").replace(/nonce="[^"]+"|"nonce":"[^"]+"|\$\w+:|[0-9a-f-]{36}/g, "")
        .length;
    const invented = "A".repeat(token.length);
    const [known, unknown] = [
      await send({ path: `/sign-in/link/${token}` }),
      await send({ path: `/sign-in/link/${invented}` }),
    ];
    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(bare(known, token)).toBe(bare(unknown, invented));
  });

  test("S-24: looking at one uses nothing up; of sixteen who use it at the same moment one gets in; later nobody does", async () => {
    for (const method of ["GET", "HEAD"]) await send({ method, path: `/sign-in/link/${token}` });
    const answers = await inParallel(Array(16).fill(token), 16, asLink);
    const sessions = answers.map(sessionOf).filter((value) => value !== "");
    expect(sessions).toHaveLength(1);
    expect(answers.map(codeOf).filter((code) => code === unusable)).toHaveLength(15);
    expect(await opens(asCookie(sessions[0] ?? ""))).toBe(true);

    expect(codeOf(await asLink(token))).toBe(unusable);
  });

  test("S-23: a link to choose a password works once, in a race of sixteen too, and none that is past its hour", async () => {
    await ask("requestResetAction");
    const [mail] = await mailsTo(person.email);
    const reset = () => submit("resetPasswordAction", { token: mail?.token ?? "", newPassword });
    const { rows: held } = await owner().query(
      "update one_time_tokens set expires_at = now() - interval '1 second' where user_id = $1 and used_at is null returning id",
      [person.id],
    );
    expect(held.length).toBeGreaterThan(0);
    expect(codeOf(await reset())).toBe(unusable);

    await owner().query(
      "update one_time_tokens set expires_at = now() + interval '1 hour' where id = any($1)",
      [held.map(({ id }) => id)],
    );
    const answers = await inParallel(Array(16).fill(0), 16, reset);
    const went = answers.filter((answer) => String(answer.headers["x-action-redirect"]).includes("/sign-in"));
    expect(went).toHaveLength(1);
    expect(codeOf(await reset())).toBe(unusable);
  });

  test("F-35: the reset has ended the sessions that were there", async () => {
    expect(await opens(person.cookie)).toBe(false);
  });
});
