import { type Relay, startRelay } from "@/inngest/relay/relay";
import { log } from "@/lib/core/log";
import { readSettings } from "./settings";
import { startLocalServer } from "./start";
import { syncApp } from "./sync-app";

/**
 * The local durable-work server as a process, a child of `npm start`. Tells its parent `{ listening, url }` when it is ready. Ends on
 * SIGTERM and SIGINT, and when its parent is gone, with or without word of it.
 */
const graceMs = 8_000;

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(message);
  process.exit(code === "EADDRINUSE" ? 98 : 1);
}

async function main(): Promise<void> {
  const { server: options, platformUrl, serveUrl } = readSettings(process.env);
  const server = await startLocalServer({ ...options, log });
  let relay: Relay | undefined;
  const ending = new AbortController();
  const end = async (reason: string) => {
    if (ending.signal.aborted) return;
    ending.abort();
    log.info("Durable work ends", { reason });
    // Nothing is lost by leaving early: what is under way is taken up again by the next start.
    setTimeout(() => process.exit(0), graceMs + 2_000).unref();
    await Promise.allSettled([relay?.stop(), server.stop(graceMs)]);
    process.exit(0);
  };
  process.once("SIGTERM", () => void end("SIGTERM"));
  process.once("SIGINT", () => void end("SIGINT"));
  process.once("disconnect", () => void end("the parent is gone"));
  watchParent(() => void end("the parent is gone"));

  const listening = Number(new URL(server.url).port);
  log.info("Durable work runs locally", { port: listening });
  process.send?.({ listening, url: server.url });
  // Events wait in the outbox until the app's functions are known: one that came earlier would start nothing.
  await syncApp({ serveUrl, signingKey: options.signingKey, log, signal: ending.signal });
  if (ending.signal.aborted) return;
  relay = startRelay({ databaseUrl: platformUrl, baseUrl: server.url, eventKey: options.eventKey, log });
}

/** A parent that is killed can say nothing: its child gets another parent, which this notices. */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, 1_000).unref();
}
