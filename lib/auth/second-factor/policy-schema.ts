import { z } from "zod";

/** Roles whose holders must have a second factor, whatever the company demands of staff and clients as such. */
export const SecondFactorPolicy = z.object({
  roles: z
    .array(z.string().min(1).max(80))
    .max(200)
    .default([])
    .meta({ description: "Names of built-in roles, ids of custom ones." }),
});
export type SecondFactorPolicy = z.output<typeof SecondFactorPolicy>;
