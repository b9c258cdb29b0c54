import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noRawHtml } from "./no-raw-html";

test.each([
  "const part = <p dangerouslySetInnerHTML={{ __html: body }} />;",
  "const props = { dangerouslySetInnerHTML: { __html: body } };",
  "element.innerHTML = body;",
])("markup set as text is refused: %s", (text) => {
  expect(findingsIn(noRawHtml, "components/support/reply.tsx", text)).toEqual(["1 no-raw-html"]);
});

test("text and elements pass", () => {
  expect(findingsIn(noRawHtml, "components/support/reply.tsx", "const part = <p>{body}</p>;")).toEqual([]);
  expect(findingsIn(noRawHtml, "components/support/reply.tsx", "element.textContent = body;")).toEqual([]);
});
