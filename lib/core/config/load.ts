import { type Config, configSchema } from "@/lib/core/config/schema";
import { processWide } from "@/lib/core/process-wide";

/** Everything that is wrong with the environment, by name and reason. Never holds a value: values may be secrets. */
export class ConfigError extends Error {
  override name = "ConfigError";

  constructor(readonly problems: readonly { name: string; reason: string }[]) {
    super(
      `The configuration is not usable:\n${problems.map((p) => `  ${p.name}: ${p.reason}`).join("\n")}\n` +
        "See docs/operators/configuration.md.",
    );
  }
}

type Environment = Record<string, string | undefined>;

/**
 * Reads the configuration from an environment. An empty variable counts as unset.
 * Throws ConfigError with all mistakes at once.
 */
export function loadConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = configSchema.safeParse(given);
  const problems = parsed.success ? acrossVariables(parsed.data) : parsed.error.issues.map(toProblem(given));

  if (problems.length > 0 || !parsed.success) throw new ConfigError(problems);
  return parsed.data;
}

function toProblem(given: Environment) {
  return (issue: { path: PropertyKey[]; message: string }) => {
    const name = String(issue.path[0]);
    return { name, reason: given[name] === undefined ? "is required" : safeReason(issue.message) };
  };
}

/** Zod's own messages may quote what they received; ours never do. */
function safeReason(message: string): string {
  return /received/i.test(message) ? "has the wrong form" : message.replace(/^Invalid option: /, "");
}

/** S-60: unsigned durable work in production would let anyone run any step. */
function acrossVariables(config: Config): { name: string; reason: string }[] {
  if (config.NODE_ENV !== "production") return [];

  const problems = [];
  if (config.INNGEST_DEV !== undefined) {
    problems.push({
      name: "INNGEST_DEV",
      reason: "must not be set in production: it switches signature checks off",
    });
  }
  if (config.INNGEST_SIGNING_KEY === undefined) {
    problems.push({ name: "INNGEST_SIGNING_KEY", reason: "is required in production" });
  }
  return problems;
}

/** The process's configuration, read once. */
export function config(): Config {
  return processWide("config", () => loadConfig(process.env));
}
