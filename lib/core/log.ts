import pino from "pino";
import { config } from "@/lib/core/config/load";
import { processWide } from "@/lib/core/process-wide";

/**
 * What a log line may carry. Anything else is dropped: redaction by allow-list, since nobody can list every secret.
 * Values are text, numbers and booleans only, and text is cut and freed of control characters, so that nothing a caller
 * sends can forge a line.
 */
const allowed = new Set([
  "requestId",
  "tenantId",
  "actorKind",
  "actorId",
  "operation",
  "method",
  "path",
  "status",
  "durationMs",
  "code",
  "kind",
  "event",
  "count",
  "attempt",
  "reference",
  "phase",
  "port",
  "error",
  "stack",
  "name",
  "check",
  "reason",
  "function",
  "run",
]);

type Fields = Record<string, unknown>;
type Level = "debug" | "info" | "warn" | "error";

export type Log = Record<Level, (message: string, fields?: Fields) => void> & { with(fields: Fields): Log };

function root(): pino.Logger {
  return processWide("log", () =>
    pino({ level: config().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }),
  );
}

/** A log bound to some fields, for instance one request's. */
export function createLog(bound: Fields = {}): Log {
  const write =
    (level: Level) =>
    (message: string, fields: Fields = {}) =>
      root()[level](onlyAllowed({ ...bound, ...fields }), clean(message));
  return {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    with: (fields) => createLog({ ...bound, ...fields }),
  };
}

export const log = createLog();

export function onlyAllowed(fields: Fields): Fields {
  const kept: Fields = {};
  for (const [key, value] of Object.entries(fields)) {
    if (key === "error") Object.assign(kept, describeError(value));
    else if (allowed.has(key) && isPlain(value)) kept[key] = typeof value === "string" ? clean(value) : value;
  }
  return kept;
}

/** Class, code and stack of an error. Its own properties (queries, parameters, bodies) stay out. */
function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: "not an Error" };
  const code = (error as { code?: unknown }).code;
  // Prisma's and the driver's messages quote parameters: their code says enough.
  const quotesValues = error.name.startsWith("Prisma") || "severity" in error;
  return {
    error: clean(quotesValues ? error.name : `${error.name}: ${error.message}`),
    stack: clean(error.stack?.split("\n").slice(1, 12).join(" | ") ?? ""),
    ...(typeof code === "string" && { code: clean(code) }),
  };
}

function isPlain(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** Without control characters and line separators, credentials in URLs masked, at most 2,000 characters. */
function clean(text: string): string {
  return text
    .slice(0, 2_000)
    .replace(/[\p{Cc}\u2028\u2029]/gu, " ")
    .replace(/:\/\/[^\s/@]{1,200}@/g, "://[masked]@");
}
