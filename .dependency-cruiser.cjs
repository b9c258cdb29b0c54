/**
 * The arrows of the house, as rules. `scripts/lint/arrows.ts` runs them and `scripts/lint/arrows.test.ts` plants a
 * violation of each. Default is refusal: a new domain may import the kernel and the foundation domains,
 * anything more is a line in `arrows` below.
 */

/** Below every other domain, on the kernel. Among themselves they form no circle (checked by scripts/lint/arrows.ts). */
const foundation = ["tenants", "auth", "clients", "audit", "settings", "i18n", "mail", "timeline"];

/** Who may import whom, beside the foundation. The chain runs down: a domain may import any link below it. */
const chain = ["orders", "subscriptions", "payments", "billing", "ledger"];
const arrows = {
  orders: [...chain.slice(1), "catalog"],
  subscriptions: [...chain.slice(2), "catalog"],
  payments: chain.slice(3),
  billing: chain.slice(4),
  ledger: [],
  catalog: [],
  provisioning: ["catalog"],
  domains: ["catalog"],
  hosting: [],
  certificates: [],
  support: [],
  // Brings company, owner and books into being in one transaction; nothing stands on it.
  onboarding: ["ledger"],
  // Two clients become one: their records and their balances, in one transaction.
  merging: ["ledger"],
  // Reaches across everything that names a person.
  privacy: ["ledger"],
};

const any = (names) => `(?:${names.join("|")})`;

const tests = "(?:\\.(?:test|spec)\\.tsx?$|^tests/|(?:^|/)testing\\.tsx?$)";
const generated = "^lib/core/db/generated/";
const clock = "^lib/core/time/clock\\.ts$";

/** Kernel files without database, environment, clock or Node built-ins: the browser may use them too. */
const pureCore =
  "^lib/core/(?:money|time(?!/clock\\.ts$)|errors|ids|schema|text|operation/(?:actor|permissions))(?:/|\\.ts$)";
/** Rules and shapes of the trade. */
const pureDomain = "^lib/[^/]+/(?:schema\\.ts$|rules/)";

/** Folders of lib that are no domains. */
const notDomains = ["core", "doors", "ui"];

const domainRules = Object.entries(arrows).map(([domain, others]) => ({
  name: `domain-${domain}`,
  comment: `${domain} imports ${[...others, "the foundation and lib/core"].join(", ")}; the rest speaks by event`,
  severity: "error",
  from: { path: `^lib/${domain}/`, pathNot: tests },
  to: { path: "^lib/[^/]+/", pathNot: `^lib/${any([domain, "core", "doors", ...others, ...foundation])}/` },
}));

module.exports = {
  forbidden: [
    // Floors
    {
      name: "lib-imports-down",
      comment: "lib decides; it knows no page, no component, no job, no adapter and no server",
      severity: "error",
      from: { path: "^lib/", pathNot: tests },
      to: { path: "^(?:app|components|inngest|plugins|server|scripts|agent)/" },
    },
    {
      name: "lib-knows-no-root-file",
      comment:
        "auth.ts, proxy.ts and instrumentation.ts stand above lib; only the doors may ask who is signed in",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/doors/", tests] },
      to: { path: "^(?:auth|proxy|instrumentation)\\.ts$" },
    },
    {
      name: "core-is-the-kernel",
      comment: "lib/core imports no other folder of lib",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { path: "^lib/", pathNot: "^lib/core/" },
    },
    {
      name: "components-import-down",
      comment: "components know lib, never the routes, jobs or adapters",
      severity: "error",
      from: { path: "^components/", pathNot: tests },
      to: { path: "^(?:app|inngest|plugins|server|scripts|agent)/" },
    },
    {
      name: "app-imports-down",
      comment: "routes are doors: components and lib, and inngest for its own route",
      severity: "error",
      from: { path: "^app/", pathNot: [tests, "^app/api/webhooks/"] },
      to: { path: "^(?:plugins|server|scripts|agent|client)/" },
    },
    {
      name: "webhooks-import-readers",
      comment: "the doors of providers read what comes in by the lists plugins/<domain>.ts",
      severity: "error",
      from: { path: "^app/api/webhooks/", pathNot: tests },
      to: { path: "^(?:plugins|server|scripts|agent|client)/", pathNot: "^plugins/[a-z-]+\\.ts$" },
    },
    {
      name: "app-writes-no-table",
      comment: "a page or route acts through operations and queries, never on the database",
      severity: "error",
      from: { path: "^(?:app|components)/", pathNot: tests },
      to: { path: "^lib/core/db/" },
    },
    {
      name: "inngest-imports-lib",
      comment:
        "a job schedules, lib decides; the lists plugins/<domain>.ts hand it the adapters for its steps",
      severity: "error",
      from: { path: "^inngest/", pathNot: tests },
      to: { path: "^(?:app|components|plugins|server|scripts|agent)/", pathNot: "^plugins/[a-z-]+\\.ts$" },
    },
    {
      name: "jobs-run-operations",
      comment: "a job writes to no table; inngest/local is the durable queue itself and may",
      severity: "error",
      from: { path: "^inngest/", pathNot: [tests, "^inngest/local/"] },
      to: { path: "^lib/core/db/" },
    },
    {
      name: "server-imports-kernel",
      comment: "server/ serves: the kernel and the local durable work",
      severity: "error",
      from: { path: "^server/", pathNot: tests },
      to: {
        path: "^(?:app|components|lib|plugins|scripts|agent|inngest)/",
        pathNot: "^(?:lib/core|inngest/local)/",
      },
    },
    {
      name: "scripts-import-lib",
      comment: "scripts use lib and what serves it, never pages or components",
      severity: "error",
      from: { path: "^scripts/", pathNot: tests },
      to: { path: "^(?:app|components)/" },
    },
    {
      name: "client-stands-alone",
      comment: "the typed client is shipped to others: it imports packages only",
      severity: "error",
      from: { path: "^client/", pathNot: tests },
      to: { path: "^(?!client/|node_modules/)[^/]+/" },
    },
    {
      name: "plugins-import-contracts",
      comment: "an adapter uses what a third party could use: contracts and the pure kernel",
      severity: "error",
      from: { path: "^plugins/", pathNot: tests },
      to: {
        path: "^(?:app|components|lib|inngest|server|scripts|agent)/",
        pathNot: ["^lib/[^/]+/contract\\.ts$", pureCore],
      },
    },
    {
      name: "plugins-stand-apart",
      comment: "an adapter imports no other adapter",
      severity: "error",
      from: { path: "^plugins/([^/]+)/", pathNot: tests },
      to: { path: "^plugins/[^/]+/", pathNot: "^plugins/(?:$1|kit)/" },
    },

    // Between domains
    ...domainRules,
    {
      name: "domain-foundation",
      comment: "the foundation stands on lib/core only",
      severity: "error",
      from: { path: `^lib/${any(foundation)}/`, pathNot: [tests, "^lib/settings/catalogue\\.ts$"] },
      to: { path: "^lib/[^/]+/", pathNot: `^lib/${any(["core", "doors", ...foundation])}/` },
    },
    {
      name: "settings-catalogue-lists",
      comment: "the catalogue of settings names those of every domain, and nothing else of it",
      severity: "error",
      from: { path: "^lib/settings/catalogue\\.ts$" },
      to: { path: "^lib/", pathNot: "^lib/(?:core/|[^/]+/settings\\.ts$)" },
    },
    {
      name: "domain-undeclared",
      comment:
        "a domain without arrows of its own imports the foundation only; add its arrows to .dependency-cruiser.cjs",
      severity: "error",
      from: {
        path: "^lib/([^/]+)/",
        pathNot: [tests, `^lib/${any([...notDomains, ...foundation, ...Object.keys(arrows)])}/`],
      },
      to: { path: "^lib/[^/]+/", pathNot: `^lib/${any(["$1", "core", "doors", ...foundation])}/` },
    },
    {
      name: "doors-stand-above",
      comment: "no domain knows the doors or the registry",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/doors/", "^lib/registry\\.ts$", tests] },
      to: { path: "^lib/(?:doors/|registry(?:-of-trade)?\\.ts$)" },
    },
    {
      name: "registry-lists-operations",
      comment: "lib/registry.ts and its part are lists of operations",
      severity: "error",
      from: { path: "^lib/registry(?:-of-trade)?\\.ts$" },
      to: {
        pathNot: [
          "^lib/(?:[^/]+/operations/|core/operation|registry-of-trade\\.ts$)",
          "node_modules/server-only/",
        ],
      },
    },
    {
      name: "ui-helpers-are-pure",
      comment: "lib/ui serves components: no domain, no server part",
      severity: "error",
      from: { path: "^lib/ui/", pathNot: tests },
      to: { path: "^lib/", pathNot: ["^lib/ui/", pureCore] },
    },

    // Purity
    {
      name: "rules-are-pure",
      comment:
        "schema.ts and rules/ import zod, other schemas and rules, money, time, errors: the browser uses them too",
      severity: "error",
      from: { path: pureDomain, pathNot: tests },
      to: {
        path: ".",
        pathNot: [pureDomain, pureCore, "^lib/[^/]+/errors\\.ts$", "(?:^|/)node_modules/zod/"],
      },
    },
    {
      name: "money-and-time-are-pure",
      comment: "money, time and errors of the kernel stay free of database, configuration and Node built-ins",
      severity: "error",
      from: { path: "^lib/core/(?:money|time|errors)(?:/|\\.ts$)", pathNot: [tests, clock] },
      to: { path: "^lib/core/", pathNot: pureCore },
    },
    {
      name: "money-and-time-without-node",
      severity: "error",
      from: { path: "^lib/core/(?:money|time|errors)(?:/|\\.ts$)", pathNot: [tests, clock] },
      to: { dependencyTypes: ["core"] },
    },

    // Tests and packages
    {
      name: "testing-in-tests-only",
      comment: "builders of testing.ts are for tests",
      severity: "error",
      from: { pathNot: tests },
      to: { path: "(?:^|/)testing\\.tsx?$" },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^(?:app|components|lib|inngest|plugins|server|agent)/", pathNot: tests },
      to: { path: "(?:^tests/|\\.(?:test|spec)\\.tsx?$)" },
    },
    {
      name: "product-without-dev-packages",
      comment: "what runs in production is a dependency, not a devDependency",
      severity: "error",
      from: { path: "^(?:app|components|lib|inngest|plugins|server|agent)/", pathNot: tests },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["npm", "type-only"],
        pathNot: "node_modules/@types/",
      },
    },

    // Shape of the graph
    {
      name: "no-circular",
      comment: "no circle anywhere, types included",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "a file that imports nothing and is imported by nobody is a leftover",
      severity: "error",
      from: {
        orphan: true,
        path: "^(?:app|components|lib|inngest|plugins|server)/",
        pathNot: [
          tests,
          "\\.d\\.[cm]?ts$",
          "^app/.*\\.(?:css|ico|png|svg)$",
          "^app/.*(?:page|layout|loading|error|not-found|route|template|default)\\.tsx?$",
        ],
      },
      to: {},
    },
    {
      name: "no-unresolvable",
      comment: "an import that cannot be followed is an arrow that nobody checks",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "lib/core/db/generated" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: [generated, "(?:^|/)\\.next/", "^next-env\\.d\\.ts$"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6", "cjs", "tsd"],
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
      extensions: [".ts", ".tsx", ".d.ts", ".mts", ".mjs", ".cjs", ".js", ".jsx", ".json"],
    },
  },
};
