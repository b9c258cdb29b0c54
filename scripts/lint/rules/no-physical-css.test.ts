// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noPhysicalCss } from "./no-physical-css";

test.each([
  "ml-2",
  "-mr-4",
  "md:pl-3",
  "hover:pr-[3px]",
  "data-[state=open]:left-0",
  "right-full",
  "text-left",
  "text-right",
  "border-l",
  "border-r-2",
  "rounded-l-md",
  "rounded-tr-lg",
  "!float-right",
])("the physical class %s is refused", (token) => {
  const text = `export const Part = () => <p className="grid ${token} gap-2" />;`;

  expect(findingsIn(noPhysicalCss, "components/ui/part.tsx", text)).toEqual(["1 no-physical-css"]);
});

test("a physical class in a template or a variant table is refused too", () => {
  expect(findingsIn(noPhysicalCss, "components/a.tsx", "const name = `${base} ml-2`;")).toHaveLength(1);
  expect(
    findingsIn(noPhysicalCss, "components/a.ts", 'cva("flex", { variants: { side: { end: "pr-2" } } })'),
  ).toHaveLength(1);
});

test.each([
  "ms-2",
  "pe-4",
  "start-0",
  "text-start",
  "border-s",
  "rounded-e-md",
  "text-lg",
  "border-line",
  "rounded-lg",
  "pl-PL",
  "left",
])("%s passes", (token) => {
  const text = `export const Part = () => <p className="grid ${token} gap-2" />;`;

  expect(findingsIn(noPhysicalCss, "components/ui/part.tsx", text)).toEqual([]);
});
