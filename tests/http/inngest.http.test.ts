import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { app, everything } from "./support/installation";
import { send } from "./support/request";

const path = "/api/inngest";
// Keys in order, since the signature is over the canonical form.
const call = JSON.stringify({
  ctx: { attempt: 0, run_id: "run", stack: { current: 0, stack: [] } },
  event: { data: {}, name: "clients/client.created" },
  events: [{ data: {}, name: "clients/client.created" }],
  steps: {},
  use_api: false,
});

/** As the public protocol signs: HMAC-SHA256 over body and time with the key, without its prefix. */
function signature(
  body: string,
  secondsAgo: number,
  key = app.environment.INNGEST_SIGNING_KEY ?? "",
): string {
  const at = Math.round(Date.now() / 1_000) - secondsAgo;
  const bare = key.replace(/^signkey-\w+-/, "");
  return `t=${at}&s=${createHmac("sha256", bare).update(body).update(String(at)).digest("hex")}`;
}

const unsigned: Record<string, string>[] = [
  {},
  { "x-inngest-signature": "" },
  { "x-inngest-signature": "t=1&s=0" },
  { "x-inngest-server-kind": "dev" },
];
const queries = ["", "?fnId=panel1-relay&stepId=step", "?fnId=__proto__&stepId=step", "?probe=trust"];

test("S-60: calls of durable work that nobody has signed are refused, and nothing runs", async () => {
  const before = await everything();
  for (const query of queries) {
    for (const method of ["PUT", "POST"]) {
      for (const headers of unsigned) {
        const answer = await send({
          method,
          path: path + query,
          body: call,
          headers: { "content-type": "application/json", ...headers },
        });
        expect([401, 403, 500], `${method} ${query} ${JSON.stringify(headers)}`).toContain(answer.status);
        expect(answer.text).not.toContain(app.environment.INNGEST_SIGNING_KEY);
      }
    }
  }
  expect(await everything()).toBe(before);
});

test("S-60: without a signature a look at it tells nothing of keys or functions", async () => {
  const answer = await send({ path });
  for (const name of ["INNGEST_SIGNING_KEY", "INNGEST_EVENT_KEY", "DATABASE_URL", "AUTH_SECRET"]) {
    expect(answer.text).not.toContain(app.environment[name]);
  }
  if (answer.status === 200) expect(JSON.parse(answer.text)).toMatchObject({ mode: "cloud" });
  expect(answer.text).not.toMatch(/"(?:functions|triggers|steps)":/);
});

test("S-60: a signature of another key, body or time is refused", async () => {
  const other = `signkey-prod-${"ab".repeat(32)}`;
  const given: Record<string, string> = {
    "of another key": signature(call, 0, other),
    "of another body": signature(`${call} `, 0),
    "ten minutes old": signature(call, 600),
    "cut short": signature(call, 0).slice(0, -2),
    "with a time that is none": signature(call, 0).replace(/t=\d+/, "t=now"),
  };
  for (const [what, value] of Object.entries(given)) {
    const headers = { "content-type": "application/json", "x-inngest-signature": value };
    const answer = await send({
      method: "POST",
      path: `${path}?fnId=panel1-none&stepId=step`,
      body: call,
      headers,
    });
    expect([401, 403, 500], what).toContain(answer.status);
    expect(answer.text, what).not.toMatch(/function.*not found/i);
  }
});

test("S-60: a call that is signed passes the check: the refusals above are the signature's", async () => {
  const headers = { "content-type": "application/json", "x-inngest-signature": signature(call, 0) };
  const answer = await send({
    method: "POST",
    path: `${path}?fnId=panel1-none&stepId=step`,
    body: call,
    headers,
  });
  expect([401, 403]).not.toContain(answer.status);
});
