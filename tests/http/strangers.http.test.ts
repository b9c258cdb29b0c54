import { describe, expect, test } from "vitest";
import { everything, first, second } from "./support/installation";
import { routes, visit } from "./support/manifests";
import { type Answer, inParallel, send, wholeOf } from "./support/request";

/**
 * What answers a stranger, and why. Every page and route of the build that is not here must refuse: a new one fails this test
 * until it refuses or is listed.
 */
const open: Record<string, string> = {
  "/": "the front page of the company, for everybody",
  "/store/[product]": "what is sold is for everybody to see; what has no such name is not found",
  "/store/[product]/[plan]": "what is sold is for everybody to see; what has no such name is not found",
  "/cart": "whose cart it is the browser's cookie says; without one it is empty",
  "/checkout": "leads to the cart of the browser; without one to the empty cart",
  "/checkout/order": "shows the order of the browser's own cart; without one it leads to the empty cart",
  "/terms": "what buyers agree to; where there are none nothing is found",
  "/sign-in": "one must be able to sign in",
  "/setup/[token]": "opens by its one-time link only; without one it says so",
  "/check-mail": "says that a mail is on its way, whoever asks",
  "/forgot": "who forgot the password is not signed in",
  "/register": "visitors may open an account where the company lets them",
  "/register/provider":
    "opens in the browser that a provider has just named somebody in; else it leads to /register",
  "/register/confirm/[token]": "opens by its single-use token; without one it says so",
  "/reset/[token]": "opens by its single-use token; without one it says so",
  "/invitation/[token]": "opens by its single-use token; without one it says so",
  "/sign-in/link": "asks for the address that the link goes to",
  "/sign-in/link/[token]": "opens by its single-use token; without one it says so",
  "/sandbox/confirm/[token]": "the test bank: opens by its payment's own token; without one it says so",
  "/api/webhooks/payments/[connectionId]": "believes nothing before a signature",
  "/unsubscribe/[token]": "works by its token; without one it says so",
  "/icon.svg": "the picture in the browser's tab",
  "/api-reference": "the description of the API holds nothing secret",
  "/api/v1/openapi.json": "the description of the API holds nothing secret",
  "/api/health/live": "says that the process answers, and nothing else",
  "/api/health/ready": "load balancers ask it; names checks, never addresses or credentials",
  "/_not-found": "what does not exist",
  "/_global-error": "the page of the last resort",
};

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** 422: a form that is none; 503: a door whose secret is not configured. */
const refusals = [400, 401, 403, 404, 405, 415, 421, 422, 503];

/** Whether an answer gives a stranger nothing: a refusal, or the way to the sign-in page. */
function isRefusal({ status, headers }: Answer): boolean {
  if (refusals.includes(status)) return true;
  return [303, 307, 308].includes(status) && /^\/sign-in(\?|$)/.test(headers.location ?? "");
}

/** A page that streams has sent its status before it knew: then the refusal stands in its body. */
function saysRefusal({ text }: Answer): boolean {
  return /NEXT_REDIRECT;(?:replace|push);\/sign-in|NEXT_HTTP_ERROR_FALLBACK;40[134]/.test(text);
}

test("S-01: the list of what is open names only what exists", () => {
  const built = new Set(routes().map(({ path }) => path));
  const unknown = Object.keys(open).filter((path) => !built.has(path) && !path.startsWith("/_"));
  expect(unknown.filter((path) => path !== "/api-reference")).toEqual([]);
});

test("S-01: no page and no route answers a stranger, whatever the method, but those that are meant to", async () => {
  const before = await everything();
  const guarded = routes().filter(({ path }) => open[path] === undefined);
  expect(guarded.length).toBeGreaterThan(15);

  const calls = guarded.flatMap(({ kind, path }) =>
    methods.map((method) => ({ kind, method, path: visit(path) })),
  );
  const answers = await inParallel(calls, 6, async ({ method, path }) =>
    send({ method, path, ...(method !== "GET" && method !== "HEAD" && { body: "{}" }) }),
  );
  const answered = calls
    .map(({ method, path }, index) => ({ method, path, answer: answers[index] as Answer }))
    // Without a body there is nothing to give away; which methods a path has, the public description says too.
    .filter(({ method, answer }) => !(["HEAD", "OPTIONS"].includes(method) && answer.text === ""))
    .filter(({ answer }) => !isRefusal(answer) && !saysRefusal(answer))
    .map(({ method, path, answer }) => `${method} ${path}: ${answer.status}`);
  expect(answered).toEqual([]);

  for (const answer of answers) {
    for (const marker of [...first.markers, ...second.markers]) expect(wholeOf(answer)).not.toContain(marker);
  }
  expect(await everything()).toBe(before);
});

test("S-01: what is open to strangers shows nothing of the company's records", async () => {
  const built = routes().filter(({ path }) => open[path] !== undefined);
  for (const { path } of built) {
    const answer = await send({ path: visit(path) });
    for (const marker of [...first.markers, ...second.markers]) {
      expect(wholeOf(answer), path).not.toContain(marker);
    }
  }
});

describe("S-22: the REST door", () => {
  const open = ["/api/v1/openapi.json"];

  test("each operation in the description refuses a stranger with 401 and a wrong key with 401", async () => {
    const { paths } = JSON.parse((await send({ path: "/api/v1/openapi.json" })).text) as {
      paths: Record<string, Record<string, { security?: unknown[] }>>;
    };
    const operations = Object.entries(paths).flatMap(([path, members]) =>
      Object.entries(members)
        .filter(([, { security }]) => security === undefined || security.length > 0)
        .map(([method]) => ({
          method: method.toUpperCase(),
          path: `/api/v1${path.replace(/\{[^}]+\}/g, first.clientId)}`,
        })),
    );
    expect(operations.length).toBeGreaterThan(15);

    const keys = [
      undefined,
      "Bearer p1_wrong",
      `Bearer p1_${"x".repeat(43)}`,
      "Basic YTpi",
      "Bearer",
      "Bearer a b",
    ];
    const odd: string[] = [];
    for (const { method, path } of operations.filter((one) => !open.includes(one.path))) {
      for (const authorization of keys) {
        const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
        const { status } = await send({
          method,
          path,
          headers,
          ...(!["GET", "DELETE"].includes(method) && { body: "{}" }),
        });
        // Who has no key is a visitor: visitors may see what is sold, and ask what an address looks like in a country.
        const isForVisitors = authorization === undefined && /\/address-form$|\/v1\/storefront/.test(path);
        if (status !== 401 && !isForVisitors) odd.push(`${method} ${path} with ${authorization}: ${status}`);
      }
    }
    expect(odd).toEqual([]);
  });

  test("S-56: whatever stands in Authorization is a key or a 401, never an error of ours", async () => {
    const odd = [
      "",
      " ",
      "Bearer",
      "bearer",
      "Bearer ",
      "Bearer  x",
      "Bearer x y",
      "Bearer\tx",
      "Bearer =",
      "Bearer ....",
      "Basic",
      "Basic Og==",
    ];
    const tokens = [
      "eyJhbGciOiJub25lIn0.e30.",
      "..",
      "%00",
      "\u00ff\u00fe",
      "p1_",
      `p1_${"é"}`,
      "x".repeat(8_000),
      "p1_".repeat(100),
      "null",
      "{}",
      "[object Object]",
    ];
    for (const authorization of [...odd, ...tokens.map((token) => `Bearer ${token}`)]) {
      const answer = await send({ path: "/api/v1/clients", headers: { authorization } });
      expect(answer.status, JSON.stringify(authorization.slice(0, 40))).toBe(401);
    }
  });

  test("a key of one company is worth nothing on another's host", async () => {
    const authorization = `Bearer ${first.apiKey}`;
    const own = await send({ path: "/api/v1/clients?search=Zebramarker", headers: { authorization } });
    expect(own.status).toBe(200);
    expect(own.text).toContain("Zebramarker");

    const foreign = await send({ path: "/api/v1/clients", headers: { authorization, host: second.host } });
    expect(foreign.status).toBe(401);
    expect(foreign.text).not.toContain("marker");
  });

  test("another company's records are not found by its ids", async () => {
    const headers = { authorization: `Bearer ${first.apiKey}` };
    for (const path of [
      `/api/v1/clients/${second.clientId}`,
      `/api/v1/ledger/entries/${second.entryId}`,
      `/api/v1/ledger/entries?clientId=${second.clientId}`,
      `/api/v1/clients?search=Okapimarker`,
      `/api/v1/audit-entries?recordId=${second.clientId}`,
    ]) {
      const answer = await send({ path, headers });
      expect([200, 404], path).toContain(answer.status);
      expect(answer.text.replace(/search=\w+/, ""), path).not.toContain("Okapimarker");
      if (answer.status === 200) expect(JSON.parse(answer.text).items).toEqual([]);
    }
  });
});

describe("S-22: people who may less", () => {
  test("pages for which a role has no permission show nothing of them", async () => {
    const refused = [
      [first.readOnly, "/admin/clients/new"],
      [first.readOnly, "/admin/settings/api-keys"],
      [first.readOnly, "/admin/audit"],
      [first.readOnly, "/admin/ledger/entries/new"],
      [first.support, "/admin/ledger/entries"],
      [first.support, `/admin/ledger/entries/${first.entryId}`],
      [first.support, "/admin/audit"],
      [first.clientUser, "/admin"],
      [first.clientUser, "/admin/clients"],
      [first.clientUser, "/admin/audit"],
      [first.clientUser, `/admin/clients/${first.clientId}`],
      [first.owner, "/portal"],
    ] as const;
    for (const [{ cookie, name }, path] of refused) {
      const answer = await send({ path, cookie });
      expect(isRefusal(answer) || saysRefusal(answer), `${name} ${path}: ${answer.status}`).toBe(true);
      expect(answer.text, `${name} ${path}`).not.toContain("opening entry");
    }
  });

  test("a session of one company is nobody's on another's host", async () => {
    const answer = await send({
      path: "/admin/clients",
      cookie: first.owner.cookie,
      headers: { host: second.host },
    });
    expect(isRefusal(answer) || saysRefusal(answer)).toBe(true);
    expect(wholeOf(answer)).not.toMatch(/Zebramarker|Okapimarker|Amberfield/);
  });
});
