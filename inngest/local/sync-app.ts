import { sendSigned } from "./call-app";
import { pause } from "./database";
import type { DurableLog } from "./model";

type Options = { serveUrl: string; signingKey: string; log: DurableLog; signal: AbortSignal };

/**
 * Asks the app to register its functions, until it has: at start the app may not be up yet. A registration that is refused is said
 * once and tried again, for the next deploy may cure it.
 */
export async function syncApp({ serveUrl, signingKey, log, signal }: Options): Promise<void> {
  let lastReason = "";
  for (let tries = 0; !signal.aborted; tries += 1) {
    const reason = await askOnce(serveUrl, signingKey, signal);
    if (reason === undefined) return;
    if (reason !== lastReason && tries > 5)
      log.warn("The app has not registered its functions yet", { reason });
    lastReason = reason;
    await pause(Math.min(100 * 2 ** tries, 5_000));
  }
}

/** Undefined when the app has registered, else why not. */
async function askOnce(
  serveUrl: string,
  signingKey: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { status, body } = await sendSigned(
      { signingKey, callTimeoutMs: 30_000 },
      { url: new URL(serveUrl), method: "PUT", body: "" },
      signal,
    );
    return status === 200 ? undefined : `${status} ${body.slice(0, 500)}`;
  } catch (error) {
    return error instanceof Error ? error.message : "unknown";
  }
}
