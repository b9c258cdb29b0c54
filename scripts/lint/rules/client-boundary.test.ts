import { expect, test } from "vitest";
import { aHouse, told } from "../testing";
import { clientBoundary } from "./client-boundary";

const island = (line: string) => `"use client";\n${line}\nexport const Island = () => null;`;

test.each([
  [
    "an operation",
    'import { voidInvoice } from "@/lib/billing/operations/void-invoice";',
    "lib/billing/operations/void-invoice.ts",
  ],
  ["a query", 'import { findInvoice } from "@/lib/billing/queries";', "lib/billing/queries.ts"],
  ["the database", 'import { pool } from "@/lib/core/db/pool";', "lib/core/db/pool.ts"],
  ["the configuration", 'import { config } from "@/lib/core/config/load";', "lib/core/config/load.ts"],
])("a client component that imports %s is refused", (_, line, file) => {
  const house = aHouse({ "components/island.tsx": island(line), [file]: "export {};" });

  expect(told(clientBoundary.checkHouse(house))).toEqual([
    `components/island.tsx:2 a client component reaches the server module ${file}`,
  ]);
});

test("a server module behind another file is found, and a built-in module too", () => {
  const house = aHouse({
    "components/island.tsx": island('import { helper } from "./helper";'),
    "components/helper.ts": 'export * from "./deeper";',
    "components/deeper.ts": 'import { readFileSync } from "node:fs";',
  });

  expect(told(clientBoundary.checkHouse(house))).toEqual([
    "components/island.tsx:2 a client component reaches the server module components/helper.ts -> components/deeper.ts -> node:fs",
  ]);
});

test("rules, schemas, types and server actions may be imported by a client component", () => {
  const house = aHouse({
    "components/island.tsx": island(
      [
        'import { canInvoice } from "@/lib/billing/rules/states";',
        'import type { InvoiceRow } from "@/lib/billing/queries";',
        'import { type InvoiceRow as Row } from "@/lib/billing/queries";',
        'import { voidInvoiceAction } from "@/app/admin/invoices/actions";',
      ].join("\n"),
    ),
    "lib/billing/rules/states.ts": "export const canInvoice = () => true;",
    "lib/billing/queries.ts": 'import "server-only";',
    "app/admin/invoices/actions.ts":
      '"use server";\nimport { voidInvoice } from "@/lib/billing/operations/void-invoice";',
    "lib/billing/operations/void-invoice.ts": "export {};",
  });

  expect(clientBoundary.checkHouse(house)).toEqual([]);
});

test("a server component may import queries", () => {
  const house = aHouse({
    "app/page.tsx": 'import { findInvoice } from "@/lib/billing/queries";',
    "lib/billing/queries.ts": "export {};",
  });

  expect(clientBoundary.checkHouse(house)).toEqual([]);
});
