import { describe, expect, test } from "vitest";
import { app, first, second } from "./support/installation";
import { routes, visit } from "./support/manifests";
import { type Answer, inParallel, type Sent, send, valuesOf } from "./support/request";
import { SharedCache } from "./support/shared-cache";

const people = {
  owner: { cookie: first.owner.cookie },
  support: { cookie: first.support.cookie },
  client: { cookie: first.clientUser.cookie },
  guest: { cookie: undefined },
};
const personal = [first.owner, first.support, first.clientUser].flatMap(({ name, email }) => [name, email]);
type Who = keyof typeof people;
const names = Object.keys(people) as Who[];

const router = {
  html: {},
  rsc: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  segment: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
} as const;
type Kind = keyof typeof router;

const pages = routes()
  .filter(({ kind, path }) => kind === "page" && !path.startsWith("/_"))
  .map(({ path }) => visit(path));

describe("S-46: what may be kept", () => {
  test.each(names)("every page says to %s that nobody may keep it, in each of its forms", async (who) => {
    for (const path of [...pages, "/admin/nowhere", "/nowhere"]) {
      for (const headers of Object.values(router)) {
        const answer = await send({ path, headers, cookie: people[who].cookie });
        const control = valuesOf(answer, "cache-control").join(", ");
        expect(control, `${path} ${JSON.stringify(headers)} ${answer.status}`).toMatch(/no-store/);
        expect(control, path).not.toMatch(/public|s-maxage|stale-while-revalidate/);
        if (people[who].cookie) expect(control, path).toMatch(/private/);
      }
    }
  });

  test("REST answers, problems and action answers say so too; a description that all may read does not", async () => {
    const authorization = `Bearer ${first.apiKey}`;
    for (const path of ["/api/v1/clients", "/api/v1/me", "/api/v1/nowhere", "/api/v1/clients/x"]) {
      const answer = await send({ path, headers: { authorization } });
      expect(answer.headers["cache-control"], path).toBe("private, no-store");
    }
    const post = await send({
      method: "POST",
      path: "/sign-in",
      headers: { origin: app.url, "next-action": "0".repeat(42), "content-type": "text/plain" },
      body: "[]",
    });
    expect(post.headers["cache-control"] ?? "no-store").toMatch(/no-store/);
    expect((await send({ path: "/api/v1/openapi.json" })).headers["cache-control"]).toMatch(/^public/);
  });
});

test("S-46: a shared cache in front gives nobody what was made for somebody else, in 10,000 look-ups", async () => {
  const cache = new SharedCache();
  // Tricks by which a cache takes a page for a file, or two addresses for one.
  const spellings = [
    (path: string) => path,
    (path: string) => `${path}/a.css`,
    (path: string) => `${path}?_rsc=abcde`,
    (path: string) => `${path}%2fa.js`,
    (path: string) => `${path};a.png`,
  ];
  const paths = [
    "/admin",
    "/admin/clients",
    visit("/admin/clients/[clientId]"),
    "/admin/settings/security",
    "/portal",
    "/sign-in",
    "/",
    "/api/v1/openapi.json",
  ];
  const asked = paths.flatMap((path) =>
    spellings.flatMap((spell) =>
      (Object.keys(router) as Kind[]).flatMap((kind) =>
        names.map((who) => ({ path: spell(path), kind, who })),
      ),
    ),
  );
  const order = shuffled(asked, 46);

  const visitOnce = async ({ path, kind, who }: (typeof asked)[number]) => {
    const sent: Sent = { path, headers: { ...router[kind] }, cookie: people[who].cookie };
    const kept = cache.find(sent);
    if (kept) return check(kept, kind, `${who} ${kind} ${path}`);
    cache.keep(sent, await send(sent));
  };
  await inParallel(order, 6, visitOnce);

  // The cache is as full as it gets. From here on only what it has kept is looked at.
  let hits = 0;
  for (let lookup = 0; lookup < 10_000; lookup += 1) {
    const { path, kind, who } = order[(lookup * 7_919) % order.length] as (typeof asked)[number];
    const kept = cache.find({ path, headers: { ...router[kind] }, cookie: people[who].cookie });
    if (kept === undefined) continue;
    hits += 1;
    check(kept, kind, `${who} ${kind} ${path}`);
  }
  // The description of the API may be kept, which shows that the cache does keep what it may.
  expect(hits).toBeGreaterThan(0);
});

/** What comes out of the cache was made for somebody else: it may say nothing of anybody, and be of no other kind. */
function check({ text, headers }: Answer, kind: Kind, about: string): void {
  for (const mark of [...personal, ...first.markers, ...second.markers])
    expect(text, about).not.toContain(mark);
  if (kind === "html") expect(headers["content-type"] ?? "", about).not.toMatch(/x-component/);
}

/** The same order at each run. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const mixed = [...items];
  let state = seed;
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (index + 1);
    [mixed[index], mixed[other]] = [mixed[other] as Item, mixed[index] as Item];
  }
  return mixed;
}
