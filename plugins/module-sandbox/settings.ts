import { z } from "zod";

export const behaviours = [
  "succeeds",
  "slow",
  "fails_once",
  "fails",
  "loses_answer_after",
  "loses_answer_before",
] as const;

export const settings = z.object({
  /** How creating goes. */
  behaviour: z.enum(behaviours).default("succeeds"),
  /** How long a slow one takes. */
  slowSeconds: z.coerce.number().int().min(1).max(3_600).default(20),
  server: z.string().min(1).max(120).default("sandbox-1.example.net"),
  quotaMegabytes: z.coerce.number().int().min(0).default(0),
});

export type SandboxSettings = z.output<typeof settings>;
