import { describe, expect, test } from "vitest";
import { tags } from "./support/html";
import { first } from "./support/installation";
import { routes, visit } from "./support/manifests";
import { type Answer, send, valuesOf } from "./support/request";

const pages = routes()
  .filter(({ kind, path }) => kind === "page" && !path.startsWith("/_"))
  .map(({ path }) => path);
const visits = [
  ...pages.map((path) => visit(path)),
  "/nowhere",
  "/admin/clients?search=%00",
  "/sign-in?next=//x",
];

/** Directives of all policies of an answer; a browser obeys each policy by itself. */
function policies(answer: Answer): Map<string, string[]>[] {
  return valuesOf(answer, "content-security-policy").map(
    (policy) =>
      new Map(
        policy.split(";").map((directive) => {
          const [name = "", ...values] = directive.trim().split(/\s+/);
          return [name, values];
        }),
      ),
  );
}

/** The policy that rules scripts. */
function scriptPolicy(answer: Answer): Map<string, string[]> {
  const ruling = policies(answer).find((policy) => policy.has("script-src"));
  if (ruling === undefined) throw new Error("No policy rules scripts.");
  return ruling;
}

function nonceOf(answer: Answer): string {
  const nonce = scriptPolicy(answer)
    .get("script-src")
    ?.map((value) => /^'nonce-([A-Za-z0-9+/=_-]{16,})'$/.exec(value)?.[1])
    .find((value) => value !== undefined);
  return nonce ?? "";
}

describe.each([
  ["a stranger", undefined],
  ["the owner", first.owner.cookie],
])("S-51: pages as %s sees them", (_, cookie) => {
  test.each(visits)("%s lets scripts run by the request's nonce only", async (path) => {
    const answer = await send({ path, cookie });
    const policy = scriptPolicy(answer);
    const scripts = policy.get("script-src") ?? [];
    expect(nonceOf(answer)).not.toBe("");
    for (const forbidden of [
      "'unsafe-inline'",
      "'unsafe-eval'",
      "'unsafe-hashes'",
      "*",
      "http:",
      "https:",
      "data:",
    ]) {
      expect(scripts, forbidden).not.toContain(forbidden);
      expect(policy.get("default-src"), forbidden).not.toContain(forbidden);
      expect(policy.get("style-src") ?? [], forbidden).not.toContain(forbidden);
    }
    expect(policy.has("script-src-elem") || policy.has("script-src-attr")).toBe(false);
    for (const [name, value] of [
      ["object-src", "'none'"],
      ["base-uri", "'none'"],
      ["frame-ancestors", "'none'"],
      ["form-action", "'self'"],
      ["default-src", "'self'"],
    ] as const) {
      expect(policy.get(name), name).toEqual([value]);
    }

    expect(valuesOf(answer, "x-content-type-options")).toEqual(["nosniff"]);
    expect(valuesOf(answer, "referrer-policy")).toEqual(["same-origin"]);
    expect(valuesOf(answer, "x-frame-options")).toEqual(["DENY"]);
    expect(valuesOf(answer, "permissions-policy")[0]).toContain("camera=()");
    expect(valuesOf(answer, "cross-origin-opener-policy")).toEqual(["same-origin"]);
    // Reached by http: a promise to use https only would lock people out.
    expect(valuesOf(answer, "strict-transport-security")).toEqual([]);
  });

  test.each(visits)("%s holds no script, style or handler without that nonce", async (path) => {
    const answer = await send({ path, cookie });
    const nonce = nonceOf(answer);
    if (!/html/.test(answer.headers["content-type"] ?? "")) return;

    const marked = [...tags(answer.text, "script"), ...tags(answer.text, "style")];
    for (const { name, attributes } of marked) {
      expect(attributes.nonce, `<${name} ${JSON.stringify(attributes)}>`).toBe(nonce);
    }
    const elements = answer.text.replace(/<script[\s\S]*?<\/script>/g, "").match(/<[a-z][^>]*>/gi) ?? [];
    const handlers = elements.filter((element) => /\son[a-z]+\s*=/i.test(element.replace(/"[^"]*"/g, '""')));
    expect(handlers).toEqual([]);
    expect(
      elements.filter((element) => /(?:href|src|action)\s*=\s*["']?\s*javascript:/i.test(element)),
    ).toEqual([]);
    expect(
      tags(answer.text, "meta")
        .filter(({ attributes }) => /refresh/i.test(attributes["http-equiv"] ?? ""))
        .map(({ attributes }) => attributes.content ?? "")
        .filter((content) => !/^\d+;url=\/(?![/\\])/i.test(content)),
    ).toEqual([]);
  });
});

test("S-51: each answer has a nonce of its own, whatever the request asks for", async () => {
  const given: Record<string, string>[] = [
    {},
    {},
    { "x-nonce": "given" },
    { "content-security-policy": "script-src 'nonce-given'" },
    { "csp-nonce": "given" },
  ];
  const nonces = [];
  for (const headers of given) nonces.push(nonceOf(await send({ path: "/sign-in", headers })));
  expect(new Set(nonces).size).toBe(given.length);
  expect(nonces.join()).not.toContain("given");
});

test("S-51: answers that are no pages say what they are, and are never run or framed", async () => {
  const headers = { authorization: `Bearer ${first.apiKey}` };
  for (const path of [
    "/api/v1/clients",
    "/api/v1/nowhere",
    "/api/v1/openapi.json",
    "/api/health/ready",
    "/api/metrics",
  ]) {
    const answer = await send({ path, headers });
    expect(valuesOf(answer, "x-content-type-options"), path).toEqual(["nosniff"]);
    expect(answer.headers["content-type"] ?? "application/json", path).not.toMatch(/html/);
    expect(
      policies(answer).some((policy) => policy.get("frame-ancestors")?.includes("'none'")),
      path,
    ).toBe(true);
  }
});
