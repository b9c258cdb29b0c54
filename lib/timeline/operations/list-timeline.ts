import "server-only";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { listInput, pageOf, readPage } from "@/lib/core/operation/list";
import { query } from "@/lib/core/operation/operation";
import { exampleTimelineEntry } from "@/lib/timeline/examples";
import type { Fact } from "@/lib/timeline/rules/facts";
import { type FactData, TimelineEntryView } from "@/lib/timeline/schema";

type Row = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  what: Fact;
  data: FactData;
  isPublic: boolean;
};

const definition = {
  from: sql`timeline_entries`,
  columns: sql`id, at, actor_kind as "actorKind", actor_id as "actorId", actor_name as "actorName", what, data, is_public as "isPublic"`,
  sorts: { at: { column: "at", type: "timestamptz" } },
  defaultSort: "-at",
  filters: { recordId: idSchema },
} as const;

export const listTimeline = query({
  name: "timeline.entry.list",
  summary: "List what happened to a record",
  description:
    "An order, an invoice, a payment, a subscription, a service or a client. Nothing for what is not there.",
  audience: ["staff", "client"],
  input: listInput(definition),
  output: pageOf(TimelineEntryView),
  http: { method: "GET", path: "/timeline" },
  example: {
    input: { recordId: "01932f3a-7c00-7000-8000-000000000001" },
    output: { items: [exampleTimelineEntry], nextCursor: null },
  },
  async run(context, { recordId, ...request }) {
    const about = sql`about @> array[${recordId}::uuid]`;
    const page = await readPage<Row>(context, definition, request, [about]);
    return { ...page, items: page.items.map(toView) };
  },
});

function toView({ actorKind, actorId, actorName, ...entry }: Row) {
  return { ...entry, actor: { kind: actorKind, id: actorId, name: actorName } };
}
