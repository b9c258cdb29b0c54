import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleRequest } from "@/lib/privacy/examples";
import { type RequestRow, requestColumns } from "@/lib/privacy/requests";
import { ErasureRequestView, requestStatuses } from "@/lib/privacy/schema";

const definition = {
  from: sql`erasure_requests`,
  columns: requestColumns,
  sorts: { createdAt: { column: "created_at", type: "timestamptz" } },
  defaultSort: "-createdAt",
  filters: { status: z.enum(requestStatuses).optional() },
} as const;

export const listErasureRequests = query({
  name: "privacy.erasure.list",
  summary: "List requests for erasure",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(ErasureRequestView),
  http: { method: "GET", path: "/erasure-requests" },
  example: { input: { status: "open" }, output: { items: [exampleRequest], nextCursor: null } },
  run: (context, { status, ...request }) =>
    readPage<RequestRow>(context, definition, request, [status && sql`status = ${status}`]),
});
