import { type Log, log } from "@/lib/core/log";

const levels = {
  debug: "debug",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
  trace: "debug",
} as const;

/**
 * Turns what libraries print by themselves into lines of our log. They quote what a caller sent, over several lines; here it
 * becomes one JSON object, freed of control characters. Objects are left out: nobody has looked at what is in them.
 */
export function printThroughLog(target: Console = console, to: Log = log): void {
  for (const [method, level] of Object.entries(levels)) {
    target[method as keyof typeof levels] = (...printed: unknown[]) => {
      const error = printed.find((one) => one instanceof Error);
      const reason = printed.filter((one) => typeof one === "string").join(" ");
      to[level]("printed by a library", { ...(reason !== "" && { reason }), ...(error && { error }) });
    };
  }
}
