import { z } from "zod";
import { loadConfig } from "@/lib/core/config/load";
import { roleUrls } from "@/lib/core/db/roles";

/** Beyond the installation's configuration: what the starting process tells the durable-work server. */
const ownSchema = z.object({
  INNGEST_SERVE_URL: z.url().optional(),
  INNGEST_LOCAL_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  INNGEST_LOCAL_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(20),
  INNGEST_LOCAL_BACKOFF_SCALE: z.coerce.number().min(0).max(1).default(1),
  INNGEST_LOCAL_CALL_TIMEOUT_MS: z.coerce.number().int().min(1_000).default(7_200_000),
  INNGEST_LOCAL_INLINE_LIMIT_BYTES: z.coerce.number().int().min(1_024).default(524_288),
  INNGEST_LOCAL_RETENTION_DAYS: z.coerce.number().int().min(1).default(30),
});

/** What `main.ts` runs with. Throws ConfigError or a ZodError that names what is missing. */
export function readSettings(environment: Record<string, string | undefined>) {
  const config = loadConfig(environment);
  const own = ownSchema.parse(environment);
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
      port: own.INNGEST_LOCAL_PORT,
      concurrency: own.INNGEST_LOCAL_CONCURRENCY,
      backoffScale: own.INNGEST_LOCAL_BACKOFF_SCALE,
      callTimeoutMs: own.INNGEST_LOCAL_CALL_TIMEOUT_MS,
      inlineLimitBytes: own.INNGEST_LOCAL_INLINE_LIMIT_BYTES,
      retentionDays: own.INNGEST_LOCAL_RETENTION_DAYS,
    },
    platformUrl: urls.platform,
    serveUrl: own.INNGEST_SERVE_URL ?? `http://localhost:${config.PORT}/api/inngest`,
  };
}
