import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigError, loadConfig } from "@/lib/core/config/load";
import { configVariables, environmentExample, referenceMarkdown } from "@/lib/core/config/reference";

const usable = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://panel1:pw@localhost/panel1",
  AUTH_SECRET: "a".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64url")}`,
  INNGEST_SIGNING_KEY: "signkey-prod-0123456789abcdef",
};

function problemsOf(environment: Record<string, string | undefined>) {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

describe("the configuration", () => {
  test("reads a usable environment and fills in defaults", () => {
    const config = loadConfig({
      ...usable,
      PORT: "8080",
      APP_HOSTS: "a.example, b.example",
      DATABASE_PREPARED: "false",
    });
    expect(config).toMatchObject({
      PORT: 8080,
      APP_HOSTS: ["a.example", "b.example"],
      DATABASE_PREPARED: false,
    });
    expect(config.APP_URL).toBe("http://localhost:3000");
  });

  test("reports all mistakes at once, by name", () => {
    const problems = problemsOf({ PORT: "http", LOG_LEVEL: "loud", AUTH_SECRET: "short" });
    expect(problems.map((problem) => problem.name).sort()).toEqual([
      "AUTH_SECRET",
      "DATABASE_URL",
      "ENCRYPTION_KEYS",
      "LOG_LEVEL",
      "PORT",
    ]);
  });

  test("spaces do not make a secret longer", () => {
    const problems = problemsOf({ ...usable, AUTH_SECRET: " ".repeat(40), METRICS_TOKEN: "a ".repeat(15) });
    expect(problems.map(({ name }) => name)).toEqual(["METRICS_TOKEN", "AUTH_SECRET"]);
  });

  test("never repeats a value in its report", () => {
    const hostile = Object.fromEntries(configVariables().map(({ name }) => [name, "hunter2-is-the-value"]));
    const problems = problemsOf(hostile);
    expect(problems.length).toBeGreaterThan(10);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
  });

  test("an empty variable counts as unset", () => {
    expect(loadConfig({ ...usable, METRICS_TOKEN: "" }).METRICS_TOKEN).toBeUndefined();
  });

  test("S-60: production refuses to start with unsigned durable work", () => {
    const names = problemsOf({ ...usable, INNGEST_SIGNING_KEY: undefined, INNGEST_DEV: "1" }).map(
      (p) => p.name,
    );
    expect(names).toEqual(["INNGEST_DEV", "INNGEST_SIGNING_KEY"]);
    expect(problemsOf({ ...usable, NODE_ENV: "development", INNGEST_DEV: "1" })).toEqual([]);
  });

  test("every variable is described, and .env.example and the reference are complete", () => {
    for (const { description } of configVariables()) expect(description.length).toBeGreaterThan(20);
    expect(readFileSync(".env.example", "utf8")).toBe(environmentExample());
    expect(readFileSync("docs/operators/configuration.md", "utf8")).toBe(referenceMarkdown());
  });

  test("nothing but the schema names a variable of the example file", () => {
    const named = [...environmentExample().matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(named).toEqual(configVariables().map(({ name }) => name));
  });
});
