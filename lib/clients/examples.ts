import type { z } from "zod";
import type { ClientView, ContactView, FieldView, FileView, GroupView, NoteView } from "@/lib/clients/schema";

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
  line1: "12 St James's Square",
  line2: null,
  city: "London",
  region: null,
  postalCode: "SW1Y 4LB",
  phone: "+442079301234",
  taxNumber: "GB980780684",
  isCurrencyLocked: false,
  groupId: null,
  tags: ["partner"],
  creditTermsDays: 14,
  creditLimit: null,
  customValues: {},
  mergedIntoId: null,
  version: 1,
  createdAt: "2026-04-01T09:00:00.000Z",
  updatedAt: "2026-04-01T09:00:00.000Z",
};

const at = { createdAt: "2026-04-01T09:00:00.000Z", updatedAt: "2026-04-01T09:00:00.000Z" };

export const exampleContact: z.input<typeof ContactView> = {
  id: "01932f3a-7c00-7000-8000-000000000101",
  clientId: exampleClient.id,
  name: "Charles Babbage",
  email: "accounts@example.com",
  phone: null,
  position: "Accounts",
  language: "en",
  mails: ["invoice"],
  version: 1,
  ...at,
};

export const exampleNote: z.input<typeof NoteView> = {
  id: "01932f3a-7c00-7000-8000-000000000102",
  clientId: exampleClient.id,
  text: "Pays by bank transfer, always in the first week.",
  isPinned: false,
  authorId: "01932f3a-7c00-7000-8000-000000000201",
  authorName: "Grace Hopper",
  version: 1,
  ...at,
};

export const exampleGroup: z.input<typeof GroupView> = {
  id: "01932f3a-7c00-7000-8000-000000000103",
  name: "Resellers",
  tone: "info",
  clients: 0,
  version: 1,
  ...at,
};

export const exampleFile: z.input<typeof FileView> = {
  id: "01932f3a-7c00-7000-8000-000000000104",
  clientId: exampleClient.id,
  name: "contract.txt",
  mediaType: "text/plain",
  sizeBytes: 12,
  isVisible: false,
  uploadedByName: "Grace Hopper",
  createdAt: at.createdAt,
};

export const exampleField: z.input<typeof FieldView> = {
  id: "01932f3a-7c00-7000-8000-000000000105",
  key: "heard_of_us",
  label: { en: "How did you hear of us?" },
  help: {},
  kind: "choice",
  choices: [{ value: "friend", label: { en: "From a friend" } }],
  isRequired: false,
  isVisibleToClient: true,
  position: 1,
  retiredAt: null,
  version: 1,
  ...at,
};
