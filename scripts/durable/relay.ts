import { configuredIntake } from "@/inngest/relay/intake";
import { startRelay } from "@/inngest/relay/relay";
import { config } from "@/lib/core/config/load";
import { roleUrls } from "@/lib/core/db/roles";
import { log } from "@/lib/core/log";

/**
 * `npm run relay`: hands the outbox to an Inngest server of your own, or to Inngest Cloud. The local durable-work server does
 * this itself. One is enough; a second waits and takes over.
 */
try {
  const settings = config();
  const intake = configuredIntake(settings);
  if (intake === undefined) throw new Error("The relay needs INNGEST_EVENT_KEY.");

  const relay = startRelay({ databaseUrl: roleUrls(settings).platform, ...intake, log });
  log.info("the relay runs");
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void relay.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
