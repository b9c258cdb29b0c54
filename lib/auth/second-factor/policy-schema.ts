import { z } from "zod";

/** Who must have a second factor: everybody of a kind, or the holders of single roles (built-in names, ids of custom ones). */
export const SecondFactorPolicy = z.object({
  staff: z.boolean().default(false),
  clients: z.boolean().default(false),
  roles: z.array(z.string().min(1).max(80)).max(200).default([]),
});
export type SecondFactorPolicy = z.output<typeof SecondFactorPolicy>;
