import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadConfig } from "@/lib/core/config/load";
import { loadEnvironment } from "./environment";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "panel1-test-environment-"));
  file = path.join(folder, ".env");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (environment: Record<string, string> = {}) => loadEnvironment(folder, environment, file);

describe("the environment of an installation", () => {
  test("has secrets that were made once, and that only their owner can read", () => {
    const { environment } = load();
    expect(load().environment).toEqual(environment);
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(environment)).size).toBe(5);
  });

  test("is a usable configuration for production, once there is a database", () => {
    const DATABASE_URL = "postgresql://panel1:pw@localhost/panel1";
    expect(() => loadConfig({ ...load({ DATABASE_URL }).environment, NODE_ENV: "production" })).not.toThrow();
  });

  test("takes what is set before the .env file, and that before its own secrets", () => {
    const own = load().environment.AUTH_SECRET;
    writeFileSync(file, "AUTH_SECRET=from-the-file\nLOG_LEVEL=debug\nPORT=\n");
    expect(load().environment).toMatchObject({ AUTH_SECRET: "from-the-file", LOG_LEVEL: "debug" });
    expect(load({ LOG_LEVEL: "error", AUTH_SECRET: "" }).environment).toMatchObject({
      AUTH_SECRET: "from-the-file",
      LOG_LEVEL: "error",
    });
    expect(load().environment).not.toHaveProperty("PORT");
    expect(readFileSync(path.join(folder, "secrets.json"), "utf8")).toContain(own);
  });

  test("has durable work of its own unless an Inngest server or both keys of Inngest Cloud are given", () => {
    expect(load().isWorkLocal).toBe(true);
    expect(load({ INNGEST_EVENT_KEY: "e" }).isWorkLocal).toBe(true);
    expect(load({ INNGEST_BASE_URL: "http://inngest:8288" }).isWorkLocal).toBe(false);
    expect(load({ INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "signkey-prod-1" }).isWorkLocal).toBe(false);
  });
});
