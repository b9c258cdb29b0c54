// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noSecretLiteral } from "./no-secret-literal";

// Put together at run time, so that no secret scanner stumbles over the examples.
const stripeKey = ["sk", "live", "51Habcdefghijklmnop"].join("_");
const random = ["9f8Kd72hQ", "zLm4TtYp0", "sVwXe3"].join("");

test("S-43: a secret with a known beginning is refused anywhere in the product", () => {
  expect(findingsIn(noSecretLiteral, "lib/payments/queries.ts", `const key = "${stripeKey}";`)).toHaveLength(
    1,
  );
});

test("S-43: a random token in a server function is refused", () => {
  const inFile = `"use server";\nexport async function pay() { return call("${random}"); }`;
  const inFunction = `export function Page() { async function pay() { "use server"; return call("${random}"); } }`;

  expect(findingsIn(noSecretLiteral, "app/portal/actions.ts", inFile)).toEqual(["2 no-secret-literal"]);
  expect(findingsIn(noSecretLiteral, "app/portal/page.tsx", inFunction)).toEqual(["1 no-secret-literal"]);
});

test("S-43: the beginning alone, to tell or to make a secret by, passes", () => {
  const text = 'const isLive = key.startsWith("sk_live_"); const made = `signkey-prod-${randomBytes(32)}`;';

  expect(findingsIn(noSecretLiteral, "scripts/start/environment.ts", text)).toEqual([]);
});

test("S-43: ordinary words of a server function pass", () => {
  const text = `"use server";\nexport const voidInvoiceAction = serverAction("billing.invoice.void", "/admin/invoices/overview");`;

  expect(findingsIn(noSecretLiteral, "app/admin/actions.ts", text)).toEqual([]);
});
