import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Arrows, circlesOfDomains, cruiseArrows, ruleNames } from "./cruise";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];

/** One planted violation: the rule, the file that breaks it and what that file imports (a path of the house, or a package). */
const planted: [rule: string, from: string, to: string][] = [
  ["lib-imports-down", "lib/clients/operations/a1.ts", "app/page.tsx"],
  ["lib-imports-down", "lib/core/log.ts", "plugins/stripe/index.ts"],
  ["lib-imports-down", "lib/clients/a2.ts", "components/ui/button.tsx"],
  ["lib-imports-down", "lib/clients/a3.ts", "inngest/client.ts"],
  ["lib-knows-no-root-file", "lib/clients/a16.ts", "./auth.ts"],
  ["core-is-the-kernel", "lib/core/operation.ts", "lib/tenants/queries.ts"],
  ["components-import-down", "components/a4.tsx", "app/page.tsx"],
  ["app-imports-down", "app/admin/a5.tsx", "plugins/stripe/index.ts"],
  ["webhooks-import-readers", "app/api/webhooks/a50.ts", "plugins/stripe/index.ts"],
  ["app-writes-no-table", "app/admin/a6.tsx", "lib/core/db/client.ts"],
  ["app-writes-no-table", "components/a7.tsx", "lib/core/db/client.ts"],
  ["inngest-imports-lib", "inngest/billing/a8.ts", "components/ui/button.tsx"],
  ["inngest-imports-lib", "inngest/billing/a51.ts", "plugins/stripe/index.ts"],
  ["jobs-run-operations", "inngest/billing/a9.ts", "lib/core/db/client.ts"],
  ["server-imports-kernel", "server/a10.ts", "lib/billing/operations/issue.ts"],
  ["scripts-import-lib", "scripts/a11.ts", "app/page.tsx"],
  ["client-stands-alone", "client/a17.ts", "lib/billing/schema.ts"],
  ["plugins-import-contracts", "plugins/paypal/a12.ts", "lib/payments/operations/capture.ts"],
  ["plugins-import-contracts", "plugins/paypal/a13.ts", "lib/core/db/client.ts"],
  ["plugins-import-contracts", "plugins/paypal/a14.ts", "lib/core/time/clock.ts"],
  ["plugins-stand-apart", "plugins/paypal/a15.ts", "plugins/stripe/index.ts"],
  ["domain-ledger", "lib/ledger/b1.ts", "lib/billing/queries.ts"],
  ["domain-billing", "lib/billing/b2.ts", "lib/payments/queries.ts"],
  ["domain-payments", "lib/payments/b3.ts", "lib/subscriptions/queries.ts"],
  ["domain-payments", "lib/payments/b4.ts", "lib/catalog/queries.ts"],
  ["domain-subscriptions", "lib/subscriptions/b5.ts", "lib/orders/queries.ts"],
  ["domain-orders", "lib/orders/b6.ts", "lib/provisioning/queries.ts"],
  ["domain-catalog", "lib/catalog/b7.ts", "lib/ledger/queries.ts"],
  ["domain-provisioning", "lib/provisioning/b8.ts", "lib/orders/queries.ts"],
  ["domain-hosting", "lib/hosting/b9.ts", "lib/subscriptions/queries.ts"],
  ["domain-merging", "lib/merging/b30.ts", "lib/billing/queries.ts"],
  ["domain-privacy", "lib/privacy/b31.ts", "lib/billing/queries.ts"],
  ["domain-domains", "lib/domains/b10.ts", "lib/billing/queries.ts"],
  ["domain-certificates", "lib/certificates/b11.ts", "lib/payments/queries.ts"],
  ["domain-support", "lib/support/b12.ts", "lib/billing/queries.ts"],
  ["domain-onboarding", "lib/onboarding/b18.ts", "lib/billing/queries.ts"],
  ["domain-foundation", "lib/settings/b13.ts", "lib/catalog/queries.ts"],
  ["domain-undeclared", "lib/loyalty/b14.ts", "lib/billing/queries.ts"],
  ["doors-stand-above", "lib/billing/b15.ts", "lib/doors/rest.ts"],
  ["doors-stand-above", "lib/core/b16.ts", "lib/registry.ts"],
  ["registry-lists-operations", "lib/registry.ts", "lib/clients/queries.ts"],
  ["settings-catalogue-lists", "lib/settings/catalogue.ts", "lib/clients/queries.ts"],
  ["ui-helpers-are-pure", "lib/ui/b17.ts", "lib/clients/queries.ts"],
  ["rules-are-pure", "lib/clients/schema.ts", "lib/core/db/client.ts"],
  ["rules-are-pure", "lib/clients/rules/c1.ts", "lib/core/config.ts"],
  ["rules-are-pure", "lib/clients/rules/c2.ts", "node:fs"],
  ["rules-are-pure", "lib/clients/rules/c3.ts", "pg"],
  ["rules-are-pure", "lib/clients/rules/c4.ts", "lib/core/time/clock.ts"],
  ["money-and-time-are-pure", "lib/core/money/c5.ts", "lib/core/db/client.ts"],
  ["money-and-time-are-pure", "lib/core/time/c6.ts", "lib/core/time/clock.ts"],
  ["money-and-time-without-node", "lib/core/errors/c7.ts", "node:crypto"],
  ["testing-in-tests-only", "lib/clients/c8.ts", "lib/clients/testing.ts"],
  ["product-knows-no-tests", "lib/clients/c9.ts", "tests/support/database.ts"],
  ["product-without-dev-packages", "lib/clients/c10.ts", "fast-check"],
  ["no-circular", "lib/clients/circle/one.ts", "lib/clients/circle/two.ts"],
  ["no-circular", "lib/clients/circle/two.ts", "lib/clients/circle/one.ts"],
  ["no-orphans", "lib/clients/forgotten.ts", ""],
  ["no-unresolvable", "lib/clients/c11.ts", "lib/clients/moved-away.ts"],
  ["no-circle-of-domains", "lib/mail/d1.ts", "lib/i18n/d2.ts"],
  ["no-circle-of-domains", "lib/i18n/d3.ts", "lib/mail/d4.ts"],
];

/** Imports that the design allows, one for each arrow. */
const allowed: [from: string, to: string][] = [
  ["app/page.tsx", "components/ui/button.tsx"],
  ["app/page.tsx", "lib/clients/queries.ts"],
  ["app/api/inngest/route.ts", "inngest/client.ts"],
  ["app/api/v1/route.ts", "lib/doors/rest.ts"],
  ["components/ui/button.tsx", "lib/ui/names.ts"],
  ["components/billing/badge.tsx", "lib/billing/rules/states.ts"],
  ["inngest/billing/run.ts", "lib/billing/operations/issue.ts"],
  ["inngest/local/queue.ts", "lib/core/db/client.ts"],
  ["server/main.ts", "lib/core/config.ts"],
  ["scripts/rotate.ts", "lib/core/db/client.ts"],
  ["plugins/stripe/index.ts", "lib/payments/contract.ts"],
  ["plugins/stripe/index.ts", "lib/core/money/money.ts"],
  ["lib/orders/operations/place.ts", "lib/subscriptions/operations/start.ts"],
  ["lib/orders/operations/place.ts", "lib/catalog/queries.ts"],
  ["lib/subscriptions/operations/start.ts", "lib/payments/operations/capture.ts"],
  ["lib/subscriptions/operations/start.ts", "lib/catalog/queries.ts"],
  ["lib/payments/operations/capture.ts", "lib/billing/operations/issue.ts"],
  ["lib/billing/operations/issue.ts", "lib/ledger/operations/post.ts"],
  ["lib/ledger/operations/post.ts", "lib/core/db/client.ts"],
  ["lib/provisioning/operations/start.ts", "lib/catalog/queries.ts"],
  ["lib/domains/operations/register.ts", "lib/catalog/queries.ts"],
  ["lib/catalog/queries.ts", "lib/tenants/queries.ts"],
  ["lib/support/operations/open.ts", "lib/clients/queries.ts"],
  ["lib/clients/queries.ts", "lib/core/db/client.ts"],
  ["lib/auth/operations/sign-in.ts", "lib/audit/queries.ts"],
  ["lib/onboarding/operations/set-up.ts", "lib/ledger/operations/post.ts"],
  ["lib/loyalty/operations/award.ts", "lib/clients/queries.ts"],
  ["lib/doors/rest.ts", "lib/registry.ts"],
  ["lib/doors/rest.ts", "./auth.ts"],
  ["./auth.ts", "lib/auth/operations/sign-in.ts"],
  ["lib/doors/rest.ts", "lib/billing/queries.ts"],
  ["lib/registry.ts", "lib/billing/operations/issue.ts"],
  ["lib/billing/schema.ts", "zod"],
  ["lib/billing/schema.ts", "lib/core/money/money.ts"],
  ["lib/billing/rules/states.ts", "lib/billing/schema.ts"],
  ["lib/billing/rules/states.ts", "lib/billing/errors.ts"],
  ["lib/billing/rules/states.ts", "lib/core/time/calendar.ts"],
  ["lib/billing/errors.ts", "lib/core/errors.ts"],
  ["lib/core/money/money.ts", "lib/core/errors.ts"],
  ["lib/billing/queries.test.ts", "lib/billing/testing.ts"],
  ["lib/billing/queries.test.ts", "tests/support/database.ts"],
  ["tests/support/database.ts", "lib/core/db/client.ts"],
];

/** Writes a checkout that holds exactly these imports, by the alias that the product uses, and links our packages. */
function fixture(imports: readonly (readonly [from: string, to: string])[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "arrows-"));
  folders.push(folder);
  const files = new Map<string, string[]>();
  for (const [one, other] of imports) {
    const [from, to] = [one.replace(/^\.\//, ""), other.replace(/^\.\//, "")];
    const ours = other.includes("/");
    const lines = files.get(from) ?? [];
    if (to) lines.push(`export * from "${ours ? `@/${to.replace(/\.tsx?$/, "")}` : to}";`);
    files.set(from, lines);
    if (ours && !files.has(to) && !to.endsWith("moved-away.ts")) files.set(to, []);
  }
  for (const [file, lines] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(
      path.join(folder, file),
      `${lines.join("\n")}\nexport const mark = ${JSON.stringify(file)};\n`,
    );
  }

  const paths = { "@/*": ["./*"] };
  const compilerOptions = { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  const require = createRequire(import.meta.url);
  const modules = path.join(folder, "node_modules");
  for (const name of ["zod", "pg", "fast-check"]) {
    mkdirSync(path.join(modules, name), { recursive: true });
    const { version } = require(`${root}node_modules/${name}/package.json`) as { version: string };
    writeFileSync(
      path.join(modules, name, "package.json"),
      JSON.stringify({ name, version, main: "index.js" }),
    );
    writeFileSync(path.join(modules, name, "index.js"), "module.exports = {};\n");
  }
  const dependencies = { zod: "*", pg: "*" };
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "fixture", type: "module", dependencies, devDependencies: { "fast-check": "*" } }),
  );
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the arrows of the house", () => {
  let found: Arrows;
  beforeAll(async () => {
    found = await cruiseArrows(fixture(planted.map(([, from, to]) => [from, to])));
  }, 60_000);

  test.each(planted.filter(([rule]) => !rule.startsWith("no-circ")))(
    "%s fires: %s may not import %s",
    (rule, from, to) => {
      const targets = found.broken
        .filter((arrow) => arrow.rule === rule && arrow.from === from)
        .map((arrow) => arrow.to);

      // A built-in is reported without its prefix, an unresolvable file by its alias, an orphan as itself.
      const target = to.replace(/^(?:node:|\.\/)/, "").replace(/\.tsx?$/, "") || from;
      expect(targets.join()).toContain(target);
    },
  );

  test("no-circular fires: two files that import each other", () => {
    const circle = found.broken.find(({ rule }) => rule === "no-circular");

    expect(circle?.from).toMatch(/^lib\/clients\/circle\//);
  });

  test("no-circle-of-domains fires: two domains of the foundation that import each other", () => {
    const circles = found.broken.filter(({ rule }) => rule === "no-circle-of-domains");

    expect(circles.map(({ comment }) => comment).join()).toMatch(/mail -> i18n -> mail|i18n -> mail -> i18n/);
  });

  test("every rule has a planted violation", () => {
    expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual([...new Set(ruleNames)].sort());
  });

  test("two domains that import each other form a circle even when no two files do", () => {
    const edges = [
      { from: "lib/mail/one.ts", to: "lib/i18n/two.ts" },
      { from: "lib/i18n/three.ts", to: "lib/auth/four.ts" },
      { from: "lib/auth/five.ts", to: "lib/mail/six.ts" },
    ];

    expect(circlesOfDomains(edges)).toHaveLength(1);
    expect(circlesOfDomains(edges.slice(1))).toEqual([]);
  });
});

test("a house with only allowed arrows passes", async () => {
  const { broken, modules } = await cruiseArrows(fixture(allowed));

  expect(broken).toEqual([]);
  expect(modules).toBeGreaterThan(30);
}, 60_000);

test("a look at nothing is a failure, not a pass", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "arrows-empty-"));
  folders.push(folder);
  const script = path.join(root, "scripts/lint/arrows.ts");
  const run = spawnSync(process.execPath, ["--import", "tsx", script, folder], {
    cwd: root,
    encoding: "utf8",
  });

  expect(run.status).toBe(1);
  expect(run.stderr).toContain("0 modules");
}, 60_000);
