import { loadConfig } from "@/lib/core/config/load";
import { roleUrls } from "@/lib/core/db/roles";

/** What `main.ts` runs with. Throws an error that names what is missing. */
export function readSettings(environment: Record<string, string | undefined>) {
  const config = loadConfig(environment);
  const urls = roleUrls(config);
  const { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey } = config;
  if (!signingKey || !eventKey) {
    throw new Error("The local durable-work server needs INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY");
  }

  return {
    server: {
      databaseUrl: urls.durable,
      signingKey,
      signingKeyFallback: config.INNGEST_SIGNING_KEY_FALLBACK,
      eventKey,
      port: config.INNGEST_LOCAL_PORT,
      concurrency: config.INNGEST_LOCAL_CONCURRENCY,
      backoffScale: config.INNGEST_LOCAL_BACKOFF_SCALE,
      callTimeoutMs: config.INNGEST_LOCAL_CALL_TIMEOUT_MS,
      inlineLimitBytes: config.INNGEST_LOCAL_INLINE_LIMIT_BYTES,
      retentionDays: config.INNGEST_LOCAL_RETENTION_DAYS,
    },
    platformUrl: urls.platform,
    serveUrl: config.INNGEST_SERVE_URL ?? `http://localhost:${config.PORT}/api/inngest`,
  };
}
