import "server-only";
import { z } from "zod";
import { changesOf } from "@/lib/catalog/changes";
import { planUpdated } from "@/lib/catalog/events";
import { examplePlan } from "@/lib/catalog/examples";
import { lockRecord, written } from "@/lib/catalog/records";
import { PlanView, planDetails, versionSchema } from "@/lib/catalog/schema";
import { withoutUndefined } from "@/lib/core/db/patch";
import { idSchema } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const updatePlan = operation({
  name: "catalog.plan.update",
  summary: "Change, hide or retire a plan",
  description: "Its prices are changed on their own. What was sold keeps what it was sold for.",
  audience: ["staff"],
  input: z.strictObject({ planId: idSchema, version: versionSchema, ...changesOf(planDetails) }),
  output: PlanView,
  http: { method: "PATCH", path: "/plans/{planId}" },
  example: {
    input: { planId: examplePlan.id, version: 1, stock: 10 },
    output: { ...examplePlan, stock: 10, version: 2 },
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken", "core.stale_version"],
  async run(context, { planId: id, version, ...changes }) {
    const { db, now, audit, emit } = context;
    await lockRecord(context, "plan", { id, version });
    const before = await db.plan.findUniqueOrThrow({ where: { id } });
    const data = { ...withoutUndefined(changes), version: version + 1, updatedAt: now };
    const after = await written<z.output<typeof PlanView>>(db.plan.update({ where: { id }, data }), "slug");
    audit(before, after);
    emit(planUpdated({ productId: before.productId, planId: id }));
    return after;
  },
});
