import { z } from "zod";
import { instantSchema } from "@/lib/core/time/schema";

/** `area.name`. */
export const settingKeySchema = z
  .string()
  .max(80)
  .regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, "must be the name of a setting");

export const SettingView = z
  .object({
    key: z.string(),
    area: z.string(),
    value: z.json(),
    initial: z.json().meta({ description: "What holds until somebody changes it." }),
    isChanged: z.boolean(),
    version: z.number().int().meta({ description: "0 while it was never changed." }),
    updatedAt: instantSchema.nullable(),
  })
  .meta({ id: "Setting" });

export const UpdateSettingInput = z.strictObject({
  key: settingKeySchema,
  value: z.json().meta({ description: "In the setting's own shape." }),
  version: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: "Given: refused when somebody changed it meanwhile." }),
});

export const SettingReference = z.strictObject({ key: settingKeySchema });
