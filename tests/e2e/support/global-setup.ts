import { ensureBuilt } from "@/scripts/build.mjs";
import { startApp } from "@/tests/support/app-server";
import { runServerScript } from "@/tests/support/server-script";
import type { Installation } from "./prepare";
import { startBehind } from "./start-behind";

/** The durable-work server beside the product, for journeys that bring functions of their own. */
export type DurableWork = { url: string; signingKey: string; eventKey: string; tenantId: string };

export type Visited = Installation & {
  url: string;
  durable: DurableWork;
  /** Where `behind.ts` listens. */
  behind: string;
};

/** One running product for all journeys, with a company in it. Workers learn of it through their environment. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt();
  let installation: Installation | undefined;
  const app = await startApp({
    // Browsers and product share the machine: what journeys look at is not who waits how long.
    env: { DATABASE_POOL_WAIT_MS: "30000", DATABASE_STATEMENT_TIMEOUT_MS: "60000" },
    prepare: async (environment) => {
      installation = await runServerScript<Installation>("tests/e2e/support/prepare.ts", environment);
    },
  });
  const { INNGEST_BASE_URL = "", INNGEST_SIGNING_KEY = "", INNGEST_EVENT_KEY = "" } = app.environment;
  const { tenantId } = installation as Installation;
  const behind = await startBehind(app.environment);
  process.env.PANEL1_E2E = JSON.stringify({
    ...(installation as Installation),
    url: app.url,
    durable: {
      url: INNGEST_BASE_URL,
      signingKey: INNGEST_SIGNING_KEY,
      eventKey: INNGEST_EVENT_KEY,
      tenantId,
    },
    behind: behind.url,
  } satisfies Visited);
  return () => {
    behind.stop();
    return app.stop();
  };
}
