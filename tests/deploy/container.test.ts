import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { loadConfig } from "@/lib/core/config/load";
import { below, npmScripts, read, sample, scripts } from "./support";

const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");
const workflow = read(".github/workflows/ci.yml");
const vercel = JSON.parse(read("vercel.json")) as {
  buildCommand: string;
  installCommand: string;
  functions: Record<string, { maxDuration: number }>;
};

test("commands that deploy are scripts of package.json", () => {
  const named = [dockerfile, compose, workflow, vercel.buildCommand].flatMap(npmScripts);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  expect(workflow).toContain("npm test");
});

test("files that commands name exist", () => {
  const named = [dockerfile, compose, ...Object.values(scripts)].flatMap((text) => [
    ...text.matchAll(/\b((?:scripts|server|inngest)\/[\w./-]+\.(?:ts|mjs))\b/g),
  ]);
  expect(named.length).toBeGreaterThan(8);
  expect(named.map(([, file]) => file as string).filter((file) => !existsSync(file))).toEqual([]);
});

test("image, compose file and configuration agree on the port", () => {
  const port = String(loadConfig({ ...sample }).PORT);
  expect(dockerfile).toContain(`PORT=${port}`);
  expect(dockerfile).toContain(`EXPOSE ${port}`);
  expect(compose).toContain(`127.0.0.1:${port}:${port}`);
  expect(compose).toContain(`http://panel1:${port}/api/inngest`);
});

test("the health check of the image asks a path that is there", () => {
  const path = /\/api\/health\/\w+/.exec(dockerfile)?.[0];
  expect(path).toBe("/api/health/live");
  expect(existsSync(`app${path}/route.ts`)).toBe(true);
});

test("the image is built without scripts of packages and serves as an ordinary user", () => {
  for (const install of [...dockerfile.matchAll(/npm (?:ci|prune)[^\n&]*/g), [vercel.installCommand]]) {
    expect(install[0]).toContain("--ignore-scripts");
  }
  expect(dockerfile.slice(dockerfile.lastIndexOf("\nFROM "))).toMatch(/\nUSER node\n/);
});

test("no secret and no local state gets into the image", () => {
  const kept = read(".dockerignore").split("\n");
  expect(kept).toEqual(
    expect.arrayContaining([".env", ".env.*", ".panel1", ".git", "node_modules", ".next"]),
  );
});

test("all ports of the compose file are published on loopback only", () => {
  const published = [...compose.matchAll(/^ +- "([\d.:]+)"$/gm)].map(([, port]) => port as string);
  expect(published.length).toBeGreaterThan(1);
  expect(published.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
});

test("every image has a version, and every service a health check", () => {
  const images = [...compose.matchAll(/^ +image: (\S+)$/gm)].map(([, image]) => image as string);
  expect(images.filter((image) => image !== "panel1" && !/:[\w.-]*\d/.test(image))).toEqual([]);

  const services = below(compose, "services");
  for (const [, name = ""] of services.matchAll(/^ {2}([a-z]\w*):$/gm)) {
    // The image of Panel1 brings its own.
    const service = below(services, name, 2);
    expect(/healthcheck:/.test(service) || /<<: \*panel1/.test(service), name).toBe(true);
  }
});

test("the workflow tests the oldest Node that is supported and the one of the image", () => {
  const [, versions = ""] = /node: \[([\d, ]+)\]/.exec(workflow) ?? [];
  const image = /FROM node:(\d+)/.exec(dockerfile)?.[1];
  const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
  const oldest = /\d+/.exec(engines.node)?.[0];
  expect(versions.split(", ")).toEqual([oldest, image]);
});

test("the settings of Vercel's functions match routes", () => {
  for (const pattern of Object.keys(vercel.functions)) {
    const place = pattern.split("/*")[0] as string;
    expect(existsSync(place), pattern).toBe(true);
  }
});
