import { startRelay } from "@/inngest/relay/relay";
import { log } from "@/lib/core/log";
import { readSettings } from "./settings";
import { startLocalServer } from "./start";
import { syncApp } from "./sync-app";

/**
 * The local durable-work server as a process: `tsx inngest/local/main.ts`, as a child of `npm start`. Tells its parent
 * `{ url }` when it listens. Ends on SIGTERM and SIGINT, and when its parent is gone.
 */
const settings = readSettings(process.env);
const server = await startLocalServer({ ...settings.server, log });
const relay = startRelay({
  databaseUrl: settings.platformUrl,
  baseUrl: server.url,
  eventKey: settings.server.eventKey,
  log,
});
const ending = new AbortController();
process.send?.({ url: server.url });
log.info("Durable work runs locally", { port: Number(new URL(server.url).port) });

const { serveUrl } = settings;
const { signingKey } = settings.server;
void syncApp({ serveUrl, signingKey, log, signal: ending.signal });

async function end(reason: string): Promise<void> {
  if (ending.signal.aborted) return;
  ending.abort();
  log.info("Durable work ends", { reason });
  // Nothing is lost by leaving early: what is under way is taken up again by the next start.
  setTimeout(() => process.exit(0), 15_000).unref();
  await Promise.allSettled([relay.stop(), server.stop()]);
  process.exit(0);
}

process.once("SIGTERM", () => void end("SIGTERM"));
process.once("SIGINT", () => void end("SIGINT"));
process.once("disconnect", () => void end("the parent is gone"));
watchParent();

/** A parent that is killed can say nothing: its child then gets another parent, which this notices. */
function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end("the parent is gone");
  }, 1_000).unref();
}
