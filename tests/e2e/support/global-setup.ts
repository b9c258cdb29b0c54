import { ensureBuilt } from "@/scripts/build.mjs";
import { startApp } from "@/tests/support/app-server";
import { runServerScript } from "@/tests/support/server-script";
import type { Installation } from "./prepare";

export type Visited = Installation & { url: string };

/** One running product for all journeys, with a company in it. Workers learn of it through their environment. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt();
  let installation: Installation | undefined;
  const app = await startApp({
    prepare: async (environment) => {
      installation = await runServerScript<Installation>("tests/e2e/support/prepare.ts", environment);
    },
  });
  process.env.PANEL1_E2E = JSON.stringify({
    ...(installation as Installation),
    url: app.url,
  } satisfies Visited);
  return app.stop;
}
