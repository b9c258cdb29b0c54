import "server-only";
import { z } from "zod";
import { builtInRoles, customRoles } from "@/lib/auth/people/custom-roles";
import { exampleRole } from "@/lib/auth/people/examples";
import { RoleView } from "@/lib/auth/people/schema";
import { query } from "@/lib/core/operation/operation";

const { holders: _, ...listed } = exampleRole;

export const listRoles = query({
  name: "auth.role.list",
  summary: "List roles",
  description: "The built-in ones first, then those of the company.",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(RoleView) }),
  http: { method: "GET", path: "/roles" },
  example: { input: {}, output: { items: [listed] } },
  run: async (context) => ({ items: [...(await builtInRoles(context)), ...(await customRoles(context))] }),
});
