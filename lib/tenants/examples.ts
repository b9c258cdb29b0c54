import type { z } from "zod";
import type { TenantView } from "@/lib/tenants/schema";

/** The company that the API reference shows. */
export const exampleTenant: z.input<typeof TenantView> = {
  id: "01932f3a-7c00-7000-8000-000000000201",
  name: "Northwind Hosting",
  legalName: "Northwind Hosting GmbH",
  country: "DE",
  currency: "EUR",
  language: "en",
  timeZone: "Europe/Berlin",
  taxNumber: "DE123456789",
  status: "ACTIVE",
  version: 1,
  createdAt: "2026-03-01T09:00:00.000Z",
  updatedAt: "2026-03-01T09:00:00.000Z",
};
