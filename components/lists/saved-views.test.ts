import { expect, test } from "vitest";
import { readViews } from "./saved-views";

const path = "/admin/clients";
const read = (stored: unknown) =>
  readViews(typeof stored === "string" ? stored : JSON.stringify(stored), path);

test("saved views come back as they were saved", () => {
  const views = [{ name: "German companies", href: "/admin/clients?country=DE&kind=COMPANY" }];
  expect(read(views)).toEqual(views);
  expect(readViews(null, path)).toEqual([]);
});

test("what is no address of the list is passed over, and so is what is no list", () => {
  const stored = [
    { name: "Script", href: "javascript:alert(1)" },
    { name: "Elsewhere", href: "https://evil.example/admin/clients?x=1" },
    { name: "Other list", href: "/admin/mail?state=FAILED" },
    { name: "", href: "/admin/clients?x=1" },
    { href: "/admin/clients?x=1" },
    null,
    "text",
  ];
  expect(read(stored)).toEqual([]);
  for (const broken of ["{", "7", "null", '{"name":"a"}']) expect(read(broken)).toEqual([]);
});
