import type { z } from "zod";
import type { CompanyBrandView, CompanyLinkView, CompanyView } from "@/lib/platform/schema";
import { exampleBrandSettings } from "@/lib/tenants/examples";

export const exampleCompany: z.input<typeof CompanyView> = {
  id: "01932f3a-7c00-7000-8000-000000000201",
  name: "Northwind Hosting",
  legalName: "Northwind Hosting GmbH",
  country: "DE",
  currency: "EUR",
  language: "de",
  timeZone: "Europe/Berlin",
  taxNumber: "DE123456789",
  registrationNumber: null,
  email: "hello@northwind.example",
  accent: "#0f766e",
  status: "ACTIVE",
  suspendedReason: null,
  hosts: ["panel.northwind.example"],
  clientCount: 120,
  staffCount: 4,
  personCount: 140,
  fileBytes: 1_048_576,
  lastSeenAt: "2026-04-01T09:00:00.000Z",
  createdAt: "2026-03-01T09:00:00.000Z",
};

export const exampleLink: z.input<typeof CompanyLinkView> = {
  id: "01932f3a-7c00-7000-8000-000000000202",
  host: "panel.southwind.example",
  note: "Southwind, asked for by telephone",
  createdBy: "Grace Hopper",
  createdAt: "2026-04-01T09:00:00.000Z",
  expiresAt: "2026-04-02T09:00:00.000Z",
};

export const exampleCompanyBrand: z.input<typeof CompanyBrandView> = {
  ...exampleBrandSettings,
  id: exampleCompany.id,
  name: exampleCompany.name,
};
