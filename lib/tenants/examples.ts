import type { z } from "zod";
import type { BrandSettingsView, BrandView, HostView, TenantView } from "@/lib/tenants/schema";

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
  registrationNumber: "HRB 12345",
  line1: "Hafenstraße 1",
  line2: null,
  city: "Hamburg",
  region: null,
  postalCode: "20457",
  phone: "+49 40 123456",
  email: "hello@northwind.example",
  status: "ACTIVE",
  version: 1,
  createdAt: "2026-03-01T09:00:00.000Z",
  updatedAt: "2026-03-01T09:00:00.000Z",
};

const look = {
  accent: "#0f766e",
  supportUrl: "https://northwind.example/help",
  termsUrl: "https://northwind.example/terms",
  privacyUrl: "https://northwind.example/privacy",
  imprintUrl: null,
  logoFileId: "01932f3a-7c00-7000-8000-000000000203",
  darkLogoFileId: null,
  iconFileId: null,
};

export const exampleBrand: z.input<typeof BrandView> = {
  name: "Northwind Hosting",
  language: "en",
  timeZone: "Europe/Berlin",
  ...look,
};

export const exampleBrandSettings: z.input<typeof BrandSettingsView> = {
  id: "01932f3a-7c00-7000-8000-000000000201",
  ...look,
  version: 1,
};

export const exampleHost: z.input<typeof HostView> = {
  host: "panel.northwind.example",
  isPrimary: false,
  verifiedAt: null,
  lastCheckedAt: null,
  lastProblem: null,
  createdAt: "2026-04-01T09:00:00.000Z",
  record: {
    type: "TXT",
    name: "_panel1.panel.northwind.example",
    value: "panel1=Zx81qLm0Zx81qLm0Zx81qLm0Zx81qLm0",
  },
};
