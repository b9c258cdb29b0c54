import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // The marker package throws outside a React server bundle; tests run server code directly.
  "server-only": `${root}tests/support/server-only.ts`,
};

/**
 * Three projects: `unit` needs no database; `database` gets a real PostgreSQL from tests/support/global-setup.ts and a
 * database of its own per file, and its tests are named `*.db.test.ts`; `http` speaks to the built and running product
 * (tests/support/app-server.ts), and its tests are named `*.http.test.ts`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,inngest,plugins,scripts,components,app,server,tests}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,http}.test.ts", "**/node_modules/**"],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,inngest,plugins,scripts,app,tests}/**/*.db.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: "forks",
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "http",
          include: ["tests/http/**/*.http.test.ts"],
          globalSetup: ["tests/support/build-setup.ts", "tests/http/support/app-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          pool: "forks",
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
