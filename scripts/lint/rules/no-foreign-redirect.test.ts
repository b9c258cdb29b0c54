// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noForeignRedirect } from "./no-foreign-redirect";

test.each([
  'redirect(searchParams.get("next"));',
  "redirect(`${base}/admin`);",
  "redirect(`/${path}`.concat(request.nextUrl.search));",
  'const next = formData.get("next"); redirect(next);',
  'NextResponse.redirect(new URL("/sign-in", request.url));',
  'NextResponse.rewrite(`https://${request.headers.get("host")}/x`);',
  'redirect("//elsewhere.example");',
])("S-48: %s is refused", (text) => {
  expect(findingsIn(noForeignRedirect, "app/admin/actions.ts", text)).toEqual(["1 no-foreign-redirect"]);
});

test.each(['"https://:host/x"', '"https://:tenant.example.com/x"', "target", "`${base}/x`", '"//:host/x"'])(
  "S-48: a rewrite to %s is refused",
  (destination) => {
    const text = `export default { rewrites: () => [{ source: "/x", destination: ${destination} }] };`;

    expect(findingsIn(noForeignRedirect, "next.config.ts", text)).toEqual(["1 no-foreign-redirect"]);
  },
);

test.each([
  'redirect("/admin");',
  "redirect(`/admin/clients/${id}`);",
  'redirect(safePath(searchParams.get("next")));',
  'NextResponse.redirect(absoluteUrl("/sign-in"));',
  'const next = safePath(formData.get("next")); redirect(next);',
])("S-48: %s passes", (text) => {
  expect(findingsIn(noForeignRedirect, "app/admin/actions.ts", text)).toEqual([]);
});

test.each(['"/y/:path*"', '"https://docs.example.com/:path*"', '"http://localhost:3000/:path*"'])(
  "S-48: a rewrite to %s passes",
  (destination) => {
    const text = `export default { rewrites: () => [{ source: "/x", destination: ${destination} }] };`;

    expect(findingsIn(noForeignRedirect, "next.config.ts", text)).toEqual([]);
  },
);
