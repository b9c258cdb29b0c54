import type { z } from "zod";
import type { ClientView } from "@/lib/clients/schema";

/** The client that the API reference shows. */
export const exampleClient: z.input<typeof ClientView> = {
  id: "01932f3a-7c00-7000-8000-000000000001",
  number: 1001,
  kind: "COMPANY",
  name: "Ada Lovelace",
  companyName: "Analytical Engines Ltd",
  email: "ada@example.com",
  country: "GB",
  currency: "GBP",
  language: "en",
  status: "ACTIVE",
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:00.000Z",
};
