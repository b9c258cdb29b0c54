import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { configSchema } from "@/lib/core/config/schema";
import { app } from "./support/installation";

const folder = ".next/static";
const files = readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(?:js|css|json|map|txt|html)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));
const bundles = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** Files in which a text or pattern occurs. */
const holding = (wanted: string | RegExp) =>
  bundles
    .filter(({ text }) => (typeof wanted === "string" ? text.includes(wanted) : wanted.test(text)))
    .map(({ file }) => file);

test("there is a client bundle to look into", () => {
  expect(bundles.length).toBeGreaterThan(10);
  expect(holding("useActionState")).not.toEqual([]);
});

test("what browsers load names no setting of the server, let alone its value", () => {
  const names = Object.keys(configSchema.shape).filter(
    (name) => !["NODE_ENV", "PORT", "HOST"].includes(name),
  );
  expect(names).toContain("DATABASE_URL");
  for (const name of names) expect(holding(new RegExp(`\\b${name}\\b`)), name).toEqual([]);

  const secrets = Object.entries(app.environment).filter(([name]) =>
    /SECRET|KEYS?$|TOKEN|DATABASE_URL/.test(name),
  );
  expect(secrets.length).toBeGreaterThan(4);
  for (const [name, value] of secrets) {
    for (const part of value.split(/[,:]/).filter((text) => text.length > 15))
      expect(holding(part), name).toEqual([]);
  }
});

test("what browsers load holds no module of the server", () => {
  const marks: Record<string, RegExp> = {
    "the driver of the database": /pg-protocol|pg-pool|scram-sha-256|SASLInitialResponse/i,
    Prisma: /PrismaClient|prisma-client|query_engine|driverAdapter/,
    argon2: /argon2/i,
    "a connection string": /postgres(?:ql)?:\/\//,
    "SQL of ours":
      /select\s+[\w.*,\s]+\s+from\s+(?:clients|users|sessions|api_keys|tenants|audit_log|journal_entries)\b/i,
    "names of our tables":
      /\b(?:ledger_accounts|journal_lines|outbox_events|idempotency_keys|tenant_domains|setup_links)\b/,
    "narrow functions of the database":
      /\b(?:session_holder|api_key_holder|credential_hash|use_setup_link|tenant_for_host)\b/,
    "Node's own modules": /["']node:(?:fs|crypto|child_process|net|http|async_hooks)["']/,
    "the key ring": /aes-256-gcm|hkdfSync|createDecipheriv/,
    "the log": /pino|thread-stream/,
    "what runs durable work": /graphile|inngest/i,
    "a private key or a key of a service": /-----BEGIN|sk_live_|whsec_|signkey-prod/,
    "the reading of the environment": /process\.env\.(?!NODE_ENV|NEXT_|__NEXT|TURBOPACK)[A-Z]/,
    "paths of the server's sources": /lib\/core\/(?:db|crypto|operation|config)\/|lib\/[a-z]+\/operations\//,
  };
  for (const [what, pattern] of Object.entries(marks)) expect(holding(pattern), what).toEqual([]);
});

test("there are no source maps of the product where browsers can load them", () => {
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  expect(holding(/sourceMappingURL=(?!data:application\/json;base64,$)\S+\.map/)).toEqual([]);
});
