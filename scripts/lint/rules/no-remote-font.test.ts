import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noRemoteFont } from "./no-remote-font";

test("a font from a font service is refused", () => {
  expect(
    findingsIn(noRemoteFont, "app/layout.tsx", 'import { Inter } from "next/font/google";'),
  ).toHaveLength(1);
  expect(findingsIn(noRemoteFont, "app/layout.tsx", 'await import("next/font/google");')).toHaveLength(1);
});

test("a font of the house passes", () => {
  expect(findingsIn(noRemoteFont, "app/layout.tsx", 'import localFont from "next/font/local";')).toEqual([]);
  expect(findingsIn(noRemoteFont, "app/layout.tsx", 'import "@fontsource-variable/inter";')).toEqual([]);
});
