import { expect, test } from "vitest";
import { sendRaw } from "@/server/testing";
import { callAction, formOf, ownSite } from "./support/actions";
import { app, first, origin, printed } from "./support/installation";
import { type Action, actions } from "./support/manifests";
import { send } from "./support/request";

const host = new URL(origin).host;
const forged = '{"level":30,"msg":"FORGED-LINE"}';
const password = "FORGED-password-of-nobody";
const wanted = { authorization: `Bearer ${first.apiKey}`, "content-type": "application/json" };
const action = (name: string) => actions().find((one) => one.name === name) as Action;

/** What people and programs can write into a request, with what would end or colour a line of a log. */
const hostile = [
  "\r\n",
  "\n",
  "\r",
  "\u001b[31m",
  "\u001b]0;title\u0007",
  "\u2028",
  "\u0000",
  "\u202e",
  "\b\b\b",
].map((control) => `a${control}${forged}`);

test("nothing that a request carries forges a line of the log or puts a secret into it", async () => {
  const start = (await printed()).length;

  for (const text of hostile) {
    const encoded = encodeURIComponent(text);
    await send({ path: `/api/v1/clients/${encoded}`, headers: wanted });
    await send({ path: `/api/v1/clients?search=${encoded}`, headers: wanted });
    await send({ path: `/${encoded}` });
    await send({ path: `/admin/clients?search=${encoded}`, cookie: first.owner.cookie });
    await send({ path: `/sign-in?next=${encoded}` });
    const body = JSON.stringify({
      kind: "PERSON",
      name: text,
      email: text,
      country: text,
      currency: text,
      [text]: text,
    });
    await send({ method: "POST", path: "/api/v1/clients", headers: wanted, body });
    await send({
      method: "POST",
      path: "/api/v1/clients",
      headers: { ...wanted, "idempotency-key": encoded },
      body,
    });
    await callAction({ ...action("signInAction"), headers: { ...ownSite, "user-agent": encoded } }, [
      "/admin",
      {},
      formOf({ email: text, password: `${password}${text}` }),
    ]);
  }
  for (const line of [
    "GET /api/v1/clients HTTP/1.1\r\nUser-Agent: \u001b[31mFORGED-LINE",
    `GET /api/v1/clients HTTP/1.1\r\nX-Request-Id: ${forged}`,
    `GET /api/v1/clients HTTP/1.1\r\nX-Request-Id: a\r\n FORGED-LINE`,
    `GET /api/v1/clients HTTP/1.1\r\nAuthorization: Bearer p1_FORGED-secret-of-nobody`,
    `GET /\u001b[31mFORGED-LINE HTTP/1.1`,
    `FORGED-LINE / HTTP/1.1`,
  ]) {
    await sendRaw(app.port, `${line}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  }

  const output = (await printed()).slice(start);
  const lines = output.split("\n").filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) {
    const parsed = parse(line);
    expect(parsed, `not one JSON object: ${line.slice(0, 300)}`).toBeDefined();
    expect(String(parsed?.msg)).not.toContain("FORGED");
  }
  const controls = [...output].filter((one) => one !== "\n" && /[\p{Cc}\u2028\u2029]/u.test(one));
  expect(controls).toEqual([]);
});

test("no line that the servers have printed since they began holds a secret", async () => {
  const output = await printed();
  const cookies = [first.owner, first.support, first.readOnly].map(
    ({ cookie }) => cookie.split("=")[1] ?? "",
  );
  const settings = Object.entries(app.environment).filter(([name]) =>
    /SECRET|KEY|TOKEN|DATABASE_URL/.test(name),
  );
  const secrets: Record<string, string> = Object.fromEntries([
    ...settings.filter(([name]) => !/^RATE_LIMIT/.test(name)),
    ...cookies.map((cookie, index) => [`cookie ${index}`, cookie]),
    ["API key", first.apiKey],
    ["password of the owner", first.owner.password],
    ["password of nobody", password],
    ["key of nobody", "FORGED-secret"],
  ]);
  const found = Object.entries(secrets).filter(([, secret]) => output.includes(secret));
  expect(found.map(([name]) => name)).toEqual([]);
});

test("every line that the servers have printed since they began is one JSON object", async () => {
  const lines = (await printed()).split("\n").filter((line) => line !== "");
  expect(lines.filter((line) => parse(line) === undefined).map((line) => JSON.stringify(line))).toEqual([]);
});

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Texts over which a careless expression would think for hours. */
const long = 100_000;
const slow = [
  "a".repeat(long),
  " ".repeat(long),
  `${"a@".repeat(long / 2)}`,
  `${"a.".repeat(long / 2)}@`,
  `a@${"a-".repeat(long / 2)}`,
  `a@${"a.".repeat(long / 2)}!`,
  `${"0".repeat(long)}!`,
  `-${"1".repeat(long)}`,
  `${"\t".repeat(long)}x`,
  `${"/".repeat(long)}`,
  `${"[0]".repeat(long / 3)}`,
  `${"a=".repeat(long / 2)}`,
  `${"(".repeat(long)}`,
  `${"\u0301".repeat(long)}`,
  `${"é".repeat(long / 2)}`,
];

test("F-28: texts of 100,000 characters in any field are refused, and others are served meanwhile", async () => {
  const paths = ["/api/v1/clients", "/api/v1/ledger/accounts", "/api/v1/ledger/entries"];
  for (const text of slow) {
    for (const path of paths) {
      const all = {
        kind: text,
        name: text,
        email: text,
        country: text,
        currency: text,
        code: text,
        type: text,
        day: text,
        description: text,
      };
      const body = JSON.stringify({
        ...all,
        lines: [{ accountCode: text, side: text, amount: { minor: 1, currency: text } }],
      });
      const request = send({
        method: "POST",
        path,
        headers: wanted,
        body,
        signal: AbortSignal.timeout(10_000),
      });
      expect((await send({ path: "/api/health/live", signal: AbortSignal.timeout(5_000) })).status).toBe(200);
      expect([400, 413]).toContain((await request).status);
    }
    const form = formOf({ email: text, password: text });
    const answer = await callAction({ ...action("signInAction"), headers: ownSite }, ["/", {}, form]);
    expect(answer.status).toBeLessThan(500);
  }
});

test("F-28: nor do headers, paths and search texts of the greatest length hold the server", async () => {
  const length = 12_000;
  const texts = ["a", " ", ",", ";", "=", "a=", "en;q=0.1,", "1.1.1.1,", "%20", "/", "a.", "-"].map((one) =>
    one.repeat(length / one.length),
  );
  for (const text of texts) {
    const signal = AbortSignal.timeout(10_000);
    for (const name of [
      "accept-language",
      "cookie",
      "authorization",
      "origin",
      "forwarded",
      "user-agent",
      "content-type",
      "if-none-match",
      "idempotency-key",
    ]) {
      const value = text.replace(/\s/g, "\t").trim() || "x";
      const answer = await send({
        method: "POST",
        path: "/api/v1/clients",
        headers: { [name]: value },
        body: "{}",
        signal,
      });
      expect(answer.status, name).toBeLessThan(500);
    }
    const search = encodeURIComponent(text).slice(0, length);
    const page = await send({ path: `/admin/clients?search=${search}`, cookie: first.owner.cookie, signal });
    expect(page.status).toBeLessThan(500);
    expect((await send({ path: `/${search}`, signal })).status).toBeLessThan(500);
  }
});
