import type { z } from "zod";
import type { ServiceActionView, ServiceView, StaffTaskView } from "@/lib/provisioning/schema";

const at = "2026-04-01T09:00:00.000Z";

export const exampleServiceAction: z.input<typeof ServiceActionView> = {
  id: "01932f3a-7c00-7000-8000-000000000602",
  serviceId: "01932f3a-7c00-7000-8000-000000000601",
  kind: "CREATE",
  status: "SUCCEEDED",
  step: "tell",
  attempts: 1,
  round: 1,
  errorKind: null,
  errorText: null,
  startedAt: at,
  endedAt: "2026-04-01T09:00:12.000Z",
  createdAt: at,
};

export const exampleService: z.input<typeof ServiceView> = {
  id: "01932f3a-7c00-7000-8000-000000000601",
  clientId: "01932f3a-7c00-7000-8000-000000000001",
  clientName: "Analytical Engines Ltd",
  subscriptionId: "01932f3a-7c00-7000-8000-000000000603",
  productId: "01932f3a-7c00-7000-8000-000000000604",
  planId: "01932f3a-7c00-7000-8000-000000000605",
  label: "Web hosting Starter, engines.example",
  module: "sandbox",
  status: "ACTIVE",
  hostName: "engines.example",
  access: { userName: "engi4f21ac", server: "sandbox-1.example.net" },
  hasPassword: true,
  lastAction: exampleServiceAction,
  deliveredAt: "2026-04-01T09:00:12.000Z",
  version: 1,
  createdAt: at,
  updatedAt: "2026-04-01T09:00:12.000Z",
};

export const exampleTask: z.input<typeof StaffTaskView> = {
  id: "01932f3a-7c00-7000-8000-000000000606",
  kind: "carry_out",
  status: "OPEN",
  serviceId: exampleService.id,
  serviceLabel: exampleService.label,
  clientId: exampleService.clientId,
  clientName: exampleService.clientName,
  actionKind: "CREATE",
  hostName: exampleService.hostName,
  userName: "engi4f21ac",
  instructions: "Rack 4, ask for the key at the desk.",
  note: null,
  doneByName: null,
  doneAt: null,
  createdAt: at,
};
