import "server-only";
import { z } from "zod";
import { planCreated } from "@/lib/catalog/events";
import { examplePlan } from "@/lib/catalog/examples";
import { lastPlace, written } from "@/lib/catalog/records";
import { PlanView, planDetails } from "@/lib/catalog/schema";
import { idSchema, newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createPlan = operation({
  name: "catalog.plan.create",
  summary: "Add a plan to a product",
  audience: ["staff"],
  input: z.strictObject({ productId: idSchema, ...planDetails }),
  output: PlanView,
  http: { method: "POST", path: "/products/{productId}/plans", status: 201 },
  example: {
    input: { productId: examplePlan.productId, slug: "small", name: { en: "Small" } },
    output: examplePlan,
  },
  refusals: ["catalog.record_not_found", "catalog.name_taken"],
  async run(context, { productId, ...details }) {
    const { db, tenantId, now, audit, emit } = context;
    const position = await lastPlace(context, "plan", productId);
    const data = { id: newId(), tenantId, productId, ...details, position, createdAt: now, updatedAt: now };
    const plan = await written<z.output<typeof PlanView>>(db.plan.create({ data }), "slug");
    audit(null, plan);
    emit(planCreated({ productId, planId: plan.id }));
    return plan;
  },
});
