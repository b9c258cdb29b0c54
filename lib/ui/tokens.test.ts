import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "./color";
import { computeColor, customProperties } from "./testing";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const light = customProperties(css, ":root");
const themes = { light, dark: { ...light, ...customProperties(css, ".dark") } };

const grounds = ["--background", "--surface", "--surface-muted", "--overlay"];
const tones = ["positive", "warning", "danger", "info", "neutral"];

/** Brands that tenants really choose, the awkward ones first: each written as a tenant's --brand would be. */
const brands = {
  yellow: "oklch(0.9 0.18 100)",
  lime: "oklch(0.87 0.25 135)",
  cyan: "oklch(0.8 0.13 210)",
  "middle green": "oklch(0.64 0.18 145)",
  "middle orange": "oklch(0.65 0.19 45)",
  red: "oklch(0.58 0.22 27)",
  magenta: "oklch(0.6 0.26 330)",
  "deep blue": "oklch(0.4 0.25 265)",
  black: "oklch(0.1 0 0)",
  white: "oklch(1 0 0)",
};

const textPairs = [
  ...grounds.flatMap((ground) =>
    ["--text", "--text-muted", "--text-subtle", ...tones.map((tone) => `--${tone}`)].map((text) => [
      text,
      ground,
    ]),
  ),
  ...tones.map((tone) => [`--${tone}`, `--${tone}-soft`]),
  ...tones.map((tone) => ["--text", `--${tone}-soft`]),
  ...tones.map((tone) => ["--text-muted", `--${tone}-soft`]),
  ["--danger-contrast", "--danger-solid"],
  ["--danger-contrast", "--danger-hover"],
  ["--inverse-text", "--inverse"],
] as [string, string][];

const edgePairs = [
  ...grounds.map((ground) => ["--border-strong", ground]),
  ...tones.map((tone) => [`--${tone}-solid`, `--${tone}-soft`]),
  ...tones.flatMap((tone) => ["--surface", "--overlay"].map((ground) => [`--${tone}-solid`, ground])),
] as [string, string][];

const accentTextPairs = [
  ["--accent-contrast", "--accent"],
  ["--accent-contrast", "--accent-hover"],
  ["--accent-text", "--accent-soft"],
  ["--text", "--accent-soft"],
  ...grounds.map((ground) => ["--accent-text", ground]),
] as [string, string][];

const accentEdgePairs = grounds.flatMap((ground) => [
  ["--focus", ground],
  ["--accent-solid", ground],
]) as [string, string][];

for (const [theme, tokens] of Object.entries(themes)) {
  test.each(textPairs)(`text ${theme}: %s reads on %s`, (text, ground) => {
    expect(ratio(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(edgePairs)(`edges ${theme}: %s can be told from %s`, (edge, ground) => {
    expect(ratio(tokens, edge, ground)).toBeGreaterThanOrEqual(3);
  });

  for (const [name, brand] of Object.entries({ ...brands, "the default brand": light["--brand"] ?? "" })) {
    const branded = { ...tokens, "--brand": brand };

    test(`brand ${theme}: ${name} reads wherever the accent is used`, () => {
      const short = accentTextPairs.filter(([text, ground]) => ratio(branded, text, ground) < 4.5);
      const faint = accentEdgePairs.filter(([edge, ground]) => ratio(branded, edge, ground) < 3);
      expect([...short, ...faint]).toEqual([]);
    });
  }
}

test("every colour of the theme points at a declared token", () => {
  const pointed = [...css.matchAll(/--color-[\w-]+: var\((--[\w-]+)\)/g)].map(([, name = ""]) => name);
  expect(pointed.filter((name) => !(name in light))).toEqual([]);
});

function ratio(tokens: Record<string, string>, one: string, other: string): number {
  return contrast(computeColor(tokens, one), computeColor(tokens, other));
}
