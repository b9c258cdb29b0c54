import { expect, test } from "vitest";
import { sendRaw } from "@/server/testing";
import { ownSite, stateOf } from "./support/actions";
import { payloads } from "./support/flight-payloads";
import { app, everything, first, residentBytes } from "./support/installation";
import { actions } from "./support/manifests";
import { inParallel, send } from "./support/request";

// Whoever wants to sign in by passkey is given a challenge, whatever they send along.
const all = actions().filter(({ name }) => name !== "beginPasskeySignInAction");
const mebibyte = 1_048_576;

test(`S-43: ${payloads.length} malformed calls, spread over all actions, are refused; the server lives, and keeps its memory`, async () => {
  const before = await everything();
  const calls = payloads.flatMap((payload, index) =>
    // Every eighth action for each payload: all pairs would be ten thousand calls.
    all
      .filter((_, place) => place % 8 === index % 8)
      .map(({ id, name, page }, place) => {
        // Without arguments these do what they are for: they sign out, choose a language, send a test, or show something.
        const isPlain =
          /^(?:signOut|revokeOther|chooseLanguage|preview|waysTo|begin|describe|sendTest|exportOwn|renew)/.test(
            name,
          );
        const cookie = isPlain || (index + place) % 2 === 0 ? undefined : first.owner.cookie;
        return { payload, id, name, page, cookie };
      }),
  );
  const round = (some: typeof calls) =>
    inParallel(some, 4, async ({ payload, id, page, cookie }) => {
      const { body, contentType } = payload;
      const headers = { "next-action": id, "content-type": contentType, ...ownSite };
      const signal = AbortSignal.timeout(10_000);
      return send({ method: "POST", path: page, cookie, body, headers, signal });
    });

  const answers = await round(calls);
  // The ids are those of the server that runs: what is refused is what was sent.
  expect(answers.filter(({ headers }) => headers["x-nextjs-action-not-found"] !== undefined)).toEqual([]);
  for (const [index, answer] of answers.entries()) {
    const { payload, page, name } = calls[index] as (typeof calls)[number];
    expect(stateOf(answer)?.ok, `${payload.name} at ${page} by ${name}: ${answer.status}`).not.toBe(true);
    expect(answer.text, payload.name).not.toMatch(/p1_[A-Za-z0-9_-]{20}|at [\w.]+ \(.*:\d+:\d+\)/);
  }
  expect((await send({ path: "/sign-in" })).status).toBe(200);
  expect(await everything()).toBe(before);

  // What the first round has loaded and compiled stays; what the second adds would grow for ever.
  const settled = await residentBytes();
  await round(calls.filter((_, index) => index % 2 === 0));
  expect((await residentBytes()) - settled).toBeLessThan(50 * mebibyte);
});

test("S-43: a page that is asked for with a malformed state is refused or rendered, never an end", async () => {
  const trees = [
    "x",
    "%",
    "%7B",
    "[]",
    "null",
    "%5B%5B%5D%5D",
    encodeURIComponent(`["",{"__proto__":["x",{}]}]`),
    encodeURIComponent(`["",{"children":["${"a".repeat(5_000)}",{}]}]`),
    encodeURIComponent("[".repeat(3_000)),
    encodeURIComponent(`["",${'{"children":["a",'.repeat(300)}{}${"]}".repeat(300)}]`),
  ];
  for (const tree of trees) {
    for (const cookie of [undefined, first.owner.cookie]) {
      const headers = { rsc: "1", "next-router-state-tree": tree };
      const answer = await send({
        path: "/admin/clients",
        cookie,
        headers,
        signal: AbortSignal.timeout(10_000),
      });
      expect(answer.status, tree.slice(0, 60)).toBeGreaterThan(0);
      expect(answer.text, tree.slice(0, 60)).not.toMatch(/at [\w.]+ \(.*:\d+:\d+\)/);
    }
  }
  expect((await send({ path: "/sign-in" })).status).toBe(200);
});

test("S-43: a body that ends before it should is no end for others", async () => {
  const id = all[0]?.id ?? "";
  for (const body of ["", "--x", '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n']) {
    const head =
      `POST /sign-in HTTP/1.1\r\nHost: ${new URL(app.url).host}\r\nOrigin: ${app.url}\r\nNext-Action: ${id}\r\n` +
      `Connection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${body.length}\r\n\r\n`;
    const answer = await sendRaw(app.port, head + body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
  expect((await send({ path: "/sign-in" })).status).toBe(200);
});
