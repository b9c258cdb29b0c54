import type { z } from "zod";
import type { AuditEntryView } from "@/lib/audit/schema";

/** The entry that the API reference shows. */
export const exampleAuditEntry: z.input<typeof AuditEntryView> = {
  id: "01932f3a-7c00-7000-8000-000000000301",
  sequence: 42,
  at: "2026-04-01T09:00:00.000Z",
  operation: "clients.client.update",
  actor: { kind: "user", id: "01932f3a-7c00-7000-8000-000000000101", name: "Grace Hopper" },
  by: null,
  address: "192.0.2.10",
  requestId: "01932f3a-7c00-7000-8000-000000000302",
  recordType: "client",
  recordId: "01932f3a-7c00-7000-8000-000000000001",
  before: { name: "Ada Lovelace", version: 1 },
  after: { name: "Ada King", version: 2 },
};
