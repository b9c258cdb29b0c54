import type { z } from "zod";
import type {
  ImpersonationRecord,
  InvitationView,
  MembershipView,
  OwnClientView,
  PersonView,
  RoleDetailView,
} from "@/lib/auth/people/schema";

const at = "2026-04-01T09:00:00.000Z";

export const examplePerson: z.input<typeof PersonView> = {
  id: "01932f3a-7c00-7000-8000-000000000101",
  kind: "STAFF",
  role: "support",
  roleName: null,
  email: "grace@example.com",
  name: "Grace Hopper",
  language: "en",
  status: "ACTIVE",
  statusReason: null,
  hasSecondFactor: true,
  lastSignInAt: "2026-04-01T08:55:00.000Z",
  version: 1,
  createdAt: "2026-03-01T09:00:00.000Z",
};

export const exampleRole: z.input<typeof RoleDetailView> = {
  key: "01932f3a-7c00-7000-8000-000000000110",
  id: "01932f3a-7c00-7000-8000-000000000110",
  kind: "STAFF",
  name: "Night shift",
  description: "Reads and answers, changes nothing that costs money.",
  base: "support",
  permissions: ["clients.client.list", "clients.client.get"],
  people: 0,
  version: 1,
  holders: [],
};

export const exampleInvitation: z.input<typeof InvitationView> = {
  id: "01932f3a-7c00-7000-8000-000000000111",
  kind: "CLIENT",
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  email: "mary@example.com",
  name: "Mary Somerville",
  role: "technical_contact",
  roleName: null,
  status: "OPEN",
  invitedBy: "Grace Hopper",
  createdAt: at,
  sentAt: at,
  expiresAt: "2026-04-08T09:00:00.000Z",
};

export const exampleStaffInvitation: z.input<typeof InvitationView> = {
  ...exampleInvitation,
  id: "01932f3a-7c00-7000-8000-000000000112",
  kind: "STAFF",
  clientId: null,
  role: "support",
};

export const exampleMembership: z.input<typeof MembershipView> = {
  id: "01932f3a-7c00-7000-8000-000000000113",
  userId: "01932f3a-7c00-7000-8000-000000000114",
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  clientName: "Analytical Engines Ltd",
  name: "Ada Lovelace",
  email: "ada@example.com",
  role: "technical_contact",
  roleName: null,
  status: "ACTIVE",
  lastSignInAt: null,
  version: 1,
  createdAt: at,
};

export const exampleOwnClient: z.input<typeof OwnClientView> = {
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  name: "Analytical Engines Ltd",
  number: 1001,
  role: "client_owner",
  roleName: null,
  isCurrent: true,
};

export const exampleImpersonation: z.input<typeof ImpersonationRecord> = {
  id: "01932f3a-7c00-7000-8000-000000000115",
  byName: "Grace Hopper",
  reason: "The invoice page does not load for the client",
  startedAt: at,
  endedAt: "2026-04-01T09:12:00.000Z",
};
