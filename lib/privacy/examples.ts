import type { z } from "zod";
import type { ConsentView, ErasureRequestView, ExportView } from "@/lib/privacy/schema";

export const exampleSubject = {
  subjectKind: "client",
  subjectId: "01932f3a-7c00-7000-8000-000000000001",
} as const;

export const exampleExport: z.input<typeof ExportView> = {
  id: "01932f3a-7c00-7000-8000-000000000301",
  ...exampleSubject,
  subjectName: "Analytical Engines Ltd",
  status: "requested",
  createdAt: "2026-04-01T09:00:00.000Z",
  readyAt: null,
  expiresAt: null,
};

export const exampleRequest: z.input<typeof ErasureRequestView> = {
  id: "01932f3a-7c00-7000-8000-000000000302",
  ...exampleSubject,
  subjectName: "Analytical Engines Ltd",
  requestedByName: "Ada Lovelace",
  reason: "We have moved on.",
  status: "open",
  answer: null,
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  decidedAt: null,
};

export const exampleConsent: z.input<typeof ConsentView> = {
  id: "01932f3a-7c00-7000-8000-000000000303",
  email: "ada@example.com",
  isGiven: true,
  source: "staff",
  wording: "Tell me about new products by e-mail.",
  address: null,
  at: "2026-04-01T09:00:00.000Z",
};
