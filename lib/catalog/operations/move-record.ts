import "server-only";
import { z } from "zod";
import { recordMoved } from "@/lib/catalog/events";
import { exampleProduct } from "@/lib/catalog/examples";
import { moveRecord } from "@/lib/catalog/records";
import { recordKinds } from "@/lib/catalog/rules/record-kinds";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const moveCatalogRecord = operation({
  name: "catalog.record.move",
  summary: "Move a part of the catalogue up or down among its siblings",
  description: "At the end of the list it stays where it is.",
  audience: ["staff"],
  input: z.strictObject({
    kind: z.enum(recordKinds),
    catalogRecordId: idSchema,
    direction: z.enum(["up", "down"]),
  }),
  output: z.object({ catalogRecordId: idSchema, position: z.number().int() }),
  http: { method: "POST", path: "/catalog/{kind}/{catalogRecordId}/move" },
  example: {
    input: { kind: "product", catalogRecordId: exampleProduct.id, direction: "down" },
    output: { catalogRecordId: exampleProduct.id, position: 2 },
  },
  refusals: ["catalog.record_not_found"],
  async run(context, { kind, catalogRecordId: id, direction }) {
    const { before, after } = await moveRecord(context, kind, { id, direction });
    context.audit({ id, position: before }, { id, position: after }, kind);
    context.emit(recordMoved({ kind, catalogRecordId: id }));
    return { catalogRecordId: id, position: after };
  },
});
