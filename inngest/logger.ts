import { log } from "@/lib/core/log";

type Level = "debug" | "info" | "warn" | "error";

/**
 * The SDK's words in our log, which carries allowed fields only: the SDK's own logger would print errors whole, with whatever secrets
 * they quote.
 */
export const sdkLogger = {
  debug: write("debug"),
  info: write("info"),
  warn: write("warn"),
  error: write("error"),
};

/** The SDK calls with `(message)` or with `(details, message)`. */
function write(level: Level) {
  return (...args: unknown[]): void => {
    const message = args.find((part) => typeof part === "string") ?? "durable work";
    const details = args.find((part) => typeof part === "object" && part !== null) as
      | { err?: unknown }
      | undefined;
    const error = details instanceof Error ? details : details?.err;
    log[level](message, error === undefined ? {} : { error });
  };
}
