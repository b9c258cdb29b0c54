import { ensureBuilt } from "@/scripts/build.mjs";
import { startApp } from "@/tests/support/app-server";
import { runServerScript } from "@/tests/support/server-script";
import type { Installation } from "./prepare";

/** The durable-work server beside the product, for journeys that bring functions of their own. */
export type DurableWork = { url: string; signingKey: string; eventKey: string; tenantId: string };

export type Visited = Installation & {
  url: string;
  durable: DurableWork;
  environment: Record<string, string>;
};

/** One running product for all journeys, with a company in it. Workers learn of it through their environment. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt();
  let installation: Installation | undefined;
  const app = await startApp({
    prepare: async (environment) => {
      installation = await runServerScript<Installation>("tests/e2e/support/prepare.ts", environment);
    },
  });
  const { INNGEST_BASE_URL = "", INNGEST_SIGNING_KEY = "", INNGEST_EVENT_KEY = "" } = app.environment;
  const { tenantId } = installation as Installation;
  process.env.PANEL1_E2E = JSON.stringify({
    ...(installation as Installation),
    url: app.url,
    durable: {
      url: INNGEST_BASE_URL,
      signingKey: INNGEST_SIGNING_KEY,
      eventKey: INNGEST_EVENT_KEY,
      tenantId,
    },
    environment: app.environment,
  } satisfies Visited);
  return app.stop;
}
