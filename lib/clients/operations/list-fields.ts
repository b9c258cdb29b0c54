import "server-only";
import { z } from "zod";
import { clientFields } from "@/lib/clients/custom-fields";
import { exampleField } from "@/lib/clients/examples";
import { FieldView } from "@/lib/clients/schema";
import { query } from "@/lib/core/operation/operation";

export const listFields = query({
  name: "clients.field.list",
  summary: "List the questions that are asked about clients",
  description: "In their order. Clients' people get those that are meant for them.",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(FieldView) }).meta({ id: "CustomFields" }),
  http: { method: "GET", path: "/client-fields" },
  example: { input: {}, output: { items: [exampleField] } },
  async run(context) {
    const fields = await clientFields(context);
    const isClient = context.actor.audience === "client";
    return {
      items: fields.filter(
        ({ isVisibleToClient, retiredAt }) => !isClient || (isVisibleToClient && !retiredAt),
      ),
    };
  },
});
