import type { z } from "zod";
import type { ApiKeyView, SessionView, UserView } from "@/lib/auth/schema";

/** The records that the API reference shows. */
export const exampleUser: z.input<typeof UserView> = {
  id: "01932f3a-7c00-7000-8000-000000000101",
  kind: "STAFF",
  role: "owner",
  email: "grace@example.com",
  name: "Grace Hopper",
  language: "en",
  status: "ACTIVE",
  lastSignInAt: "2026-04-01T08:55:00.000Z",
  createdAt: "2026-03-01T09:00:00.000Z",
};

export const exampleSession: z.input<typeof SessionView> = {
  id: "01932f3a-7c00-7000-8000-000000000102",
  address: "192.0.2.10",
  userAgent: "Mozilla/5.0",
  isCurrent: true,
  createdAt: "2026-04-01T08:55:00.000Z",
  lastSeenAt: "2026-04-01T09:00:00.000Z",
  expiresAt: "2026-05-01T08:55:00.000Z",
  method: "password",
  place: "DE",
};

export const exampleApiKey: z.input<typeof ApiKeyView> = {
  id: "01932f3a-7c00-7000-8000-000000000103",
  name: "Website",
  prefix: "p1_Zx81qLm0",
  scopes: ["clients.client.list"],
  status: "ACTIVE",
  createdBy: { id: exampleUser.id, name: exampleUser.name },
  createdAt: "2026-04-01T09:00:00.000Z",
  expiresAt: "2027-04-01T09:00:00.000Z",
  lastUsedAt: null,
  revokedAt: null,
};
