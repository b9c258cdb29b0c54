import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { safeBlankTarget } from "./safe-blank-target";

test.each([
  '<a href={url} target="_blank">{name}</a>',
  '<a href={url} target="_blank" rel="noopener">{name}</a>',
  '<a href={url} target={isOutside ? "_blank" : undefined}>{name}</a>',
])("S-31: %s is refused", (markup) => {
  expect(findingsIn(safeBlankTarget, "components/a.tsx", `const part = ${markup};`)).toEqual([
    "1 safe-blank-target",
  ]);
});

test.each([
  '<a href={url} target="_blank" rel="noopener noreferrer nofollow">{name}</a>',
  "<a href={url}>{name}</a>",
  '<form target="_self" />',
])("S-31: %s passes", (markup) => {
  expect(findingsIn(safeBlankTarget, "components/a.tsx", `const part = ${markup};`)).toEqual([]);
});
