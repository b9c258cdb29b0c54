import { z } from "zod";
import { emailSchema } from "@/lib/core/text";

/**
 * Every environment variable that Panel1 reads, with what it means. The configuration reference and `.env.example`
 * are made from this schema; nothing else in the product reads the environment.
 */
const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => hasProtocol(text, protocols),
      `must be a URL that starts with ${protocols.join(" or ")}`,
    );
const postgresUrl = url(["postgres:", "postgresql:"]);
const webUrl = url(["http:", "https:"]);
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** Spaces keep nothing secret: they do not count. */
const secret = (least: number) =>
  z
    .string()
    .refine((text) => text.replace(/\s/g, "").length >= least, `must have at least ${least} characters`);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));

export const configSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production").meta({
    group: "Server",
    description: "`production` serves; `development` and `test` are set by the commands that need them.",
  }),
  APP_URL: webUrl.default("http://localhost:3000").meta({
    group: "Server",
    description:
      "Where people reach the installation. Absolute links are made from it, never from a request's headers.",
  }),
  APP_HOSTS: list.default([]).meta({
    group: "Server",
    description:
      "Further host names (with port where it is not the default) that the installation answers on.",
    example: "panel.example.com, billing.example.com",
  }),
  DNS_SERVERS: list.default([]).meta({
    group: "Server",
    description:
      "Name servers (address, or address:port) that are asked when a company proves that a host is its own. Empty: the system's.",
    example: "192.0.2.53, 192.0.2.54:5353",
  }),
  PORT: count(0, 65_535).default(3000).meta({ group: "Server", description: "Port of the web server." }),
  HOST: z.string().min(1).optional().meta({
    group: "Server",
    description: "Address that the web server listens on; all of the machine's when unset.",
    example: "127.0.0.1",
  }),
  TRUST_PROXY: list.default([]).meta({
    group: "Server",
    description:
      "Addresses or CIDR ranges of reverse proxies whose `X-Forwarded-*` headers are believed; `vercel` on Vercel. Empty: none.",
    example: "127.0.0.1, 10.0.0.0/8",
  }),
  BODY_LIMIT_BYTES: count(1_024, 1_073_741_824).default(1_048_576).meta({
    group: "Server",
    description:
      "Largest request body that is read; a larger one is refused with 413 and the connection closed.",
  }),
  FILE_LIMIT_BYTES: count(1_024, 1_073_741_824).default(10_485_760).meta({
    group: "Server",
    description: "Largest file that people may upload to a record.",
  }),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info").meta({
    group: "Server",
    description: "How much is logged, as JSON lines on standard output.",
  }),
  METRICS_TOKEN: secret(16).optional().meta({
    group: "Server",
    secret: true,
    description: "Bearer token for `/api/metrics`. Without it the metrics are not served.",
  }),

  DATABASE_URL: postgresUrl.meta({
    group: "Database",
    secret: true,
    description:
      "PostgreSQL 15 or newer, as the role that owns the schema: migrations use it, requests never do. `npm start` without it runs the embedded server.",
    example: "postgresql://panel1:password@localhost:5432/panel1",
  }),
  DATABASE_APP_URL: postgresUrl.optional().meta({
    group: "Database",
    secret: true,
    description:
      "The role that serves requests (no superuser, no BYPASSRLS, not the owner). Derived from DATABASE_URL and AUTH_SECRET when unset; `npm run db:migrate` then creates it.",
  }),
  DATABASE_PLATFORM_URL: postgresUrl.optional().meta({
    group: "Database",
    secret: true,
    description: "The narrow role for work across tenants (outbox relay, key rotation). Derived when unset.",
  }),
  DATABASE_DURABLE_URL: postgresUrl.optional().meta({
    group: "Database",
    secret: true,
    description:
      "The role of the local durable-work server, which sees only its own schemas. Derived when unset.",
  }),
  DATABASE_POOL_MAX: count(1, 200).default(10).meta({
    group: "Database",
    description: "Most connections of one process. On serverless hosts take 1 to 3.",
  }),
  DATABASE_POOL_WAIT_MS: count(100, 60_000).default(3_000).meta({
    group: "Database",
    description: "How long a request waits for a connection before it is answered with 503.",
  }),
  DATABASE_STATEMENT_TIMEOUT_MS: count(100, 600_000).default(15_000).meta({
    group: "Database",
    description: "Longest statement within a request.",
  }),
  DATABASE_PREPARED: flag.default(true).meta({
    group: "Database",
    description:
      "Named prepared statements. Set `false` behind a transaction pooler that does not carry them.",
  }),

  AUTH_SECRET: secret(32).meta({
    group: "Secrets",
    secret: true,
    description: "Signs sessions and derives the passwords of the database roles. At least 32 characters.",
  }),
  ENCRYPTION_KEYS: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9_-]{43}=?(,[A-Za-z0-9_-]{1,32}:[A-Za-z0-9_-]{43}=?)*$/, {
      message: "must be `id:key` pairs, comma separated, each key 32 bytes in base64url",
    })
    .meta({
      group: "Secrets",
      secret: true,
      description:
        "Key ring for values encrypted at rest. The first key encrypts, all decrypt. After adding one run `npm run keys:rotate`.",
      example: "k1:<32 bytes in base64url>",
    }),

  INNGEST_BASE_URL: webUrl.optional().meta({
    group: "Durable work",
    description:
      "An Inngest server of your own. With neither this nor keys of Inngest Cloud, `npm start` runs the local one.",
  }),
  INNGEST_EVENT_KEY: z.string().min(1).optional().meta({
    group: "Durable work",
    secret: true,
    description: "Key for sending events.",
  }),
  INNGEST_SIGNING_KEY: secret(16).optional().meta({
    group: "Durable work",
    secret: true,
    description: "Key by which calls to `/api/inngest` are signed. Required in production.",
  }),
  INNGEST_SIGNING_KEY_FALLBACK: secret(16).optional().meta({
    group: "Durable work",
    secret: true,
    description: "The previous signing key, while keys change.",
  }),
  INNGEST_LOCAL: flag.default(false).meta({
    group: "Durable work",
    description:
      "Set by `npm start` where it runs the local server: staff then see runs in Panel1, and not on a server of its own.",
  }),
  INNGEST_DEV: z.string().optional().meta({
    group: "Durable work",
    description: "Switches signature checks off. Refused in production.",
  }),
  INNGEST_SERVE_URL: webUrl.optional().meta({
    group: "Durable work",
    description:
      "Where the local durable-work server reaches `/api/inngest`; on this machine and `PORT` when unset. `npm start` sets it.",
    example: "http://localhost:3000/api/inngest",
  }),
  INNGEST_LOCAL_PORT: count(0, 65_535).default(0).meta({
    group: "Durable work",
    description: "Port of the local durable-work server, on loopback; 0 takes any. `npm start` prefers 8288.",
  }),
  INNGEST_LOCAL_CONCURRENCY: count(1, 500).default(20).meta({
    group: "Durable work",
    description: "Steps that the local durable-work server runs at once.",
  }),
  INNGEST_LOCAL_CALL_TIMEOUT_MS: count(1_000, 86_400_000).default(7_200_000).meta({
    group: "Durable work",
    description: "Longest time that one step may take on the local durable-work server.",
  }),
  INNGEST_LOCAL_RETENTION_DAYS: count(1, 3_650).default(30).meta({
    group: "Durable work",
    description: "How long the local durable-work server keeps runs that have ended.",
  }),
  INNGEST_LOCAL_INLINE_LIMIT_BYTES: count(1_024, 67_108_864).default(524_288).meta({
    group: "Durable work",
    description: "Results of a run above this size are fetched by the app instead of sent with each step.",
  }),
  INNGEST_LOCAL_BACKOFF_SCALE: z.coerce.number().min(0).max(1).default(1).meta({
    group: "Durable work",
    description: "Shortens every wait before a repeat, for tests. 1 in production.",
  }),
  CRON_SECRET: secret(16).optional().meta({
    group: "Durable work",
    secret: true,
    description:
      "Bearer token for `/api/relay`, which a scheduler calls every minute where no relay runs (Vercel). Without it the route answers 503.",
  }),

  RATE_LIMIT_STORE: z.enum(["memory", "postgres"]).default("memory").meta({
    group: "Limits",
    description: "`memory` counts within one process; `postgres` across several.",
  }),
  RATE_LIMIT_KEY_PER_MINUTE: count(1, 1_000_000).default(600).meta({
    group: "Limits",
    description: "Requests a minute for one API key or signed-in person.",
  }),
  RATE_LIMIT_ADDRESS_PER_MINUTE: count(1, 1_000_000).default(300).meta({
    group: "Limits",
    description: "Requests a minute from one address without valid credentials.",
  }),
  RATE_LIMIT_SIGN_IN_PER_MINUTE: count(1, 1_000_000).default(10).meta({
    group: "Limits",
    description: "Attempts a minute to sign in or set up, from one address.",
  }),

  MAIL_FROM: emailSchema.optional().meta({
    group: "Mail",
    description:
      "Address that mail is from, unless a company sets its own. Without it `no-reply@` and the company's host.",
    example: "no-reply@example.com",
  }),
  SMTP_URL: url(["smtp:", "smtps:"]).optional().meta({
    group: "Mail",
    secret: true,
    description:
      "Mail server that mail leaves by. `smtps:` speaks TLS from the first byte; `smtp:` changes to TLS where the server offers it. `/api/health/ready` reports whether it can be reached. Without it and without RESEND_API_KEY mail stays in the local mailbox, which staff read in the product.",
    example: "smtp://user:password@mail.example.com:587",
  }),
  RESEND_API_KEY: secret(8).optional().meta({
    group: "Mail",
    secret: true,
    description: "Sends mail through Resend. Goes before SMTP_URL.",
  }),
  RESEND_BASE_URL: webUrl.default("https://api.resend.com").meta({
    group: "Mail",
    description: "Where Resend's API is.",
  }),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{20,}={0,2}$/, "must be the signing secret of the webhook")
    .optional()
    .meta({
      group: "Mail",
      secret: true,
      description:
        "Signing secret of the webhook at `/api/webhooks/resend`, by which bounces and complaints come in. Without it they are refused with 503.",
    }),
  S3_ENDPOINT: webUrl.optional().meta({
    group: "Services",
    description: "S3-compatible store for files. `/api/health/ready` reports whether it can be reached.",
    example: "http://localhost:9000",
  }),
  SIGN_IN_PROVIDERS_ON_LOOPBACK: flag.default(false).meta({
    group: "Services",
    description:
      "Lets sign-in providers stand on this machine's loopback addresses, without https: for development and tests.",
  }),
});

export type Config = z.output<typeof configSchema>;

function hasProtocol(text: string, protocols: string[]): boolean {
  const parsed = tryParse(text);
  return parsed !== null && protocols.includes(parsed.protocol);
}

function tryParse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
