import { numberSetting } from "@/lib/core/settings/definition";

/** For how long ended sessions stay listed in exports of personal data, with address and place. */
export const keptSessionDays = numberSetting("security.keptSessionDays", 90, {
  min: 1,
  max: 730,
  unit: "days",
});

/** After how long an account goes whose address nobody confirmed. */
export const keptUnconfirmedDays = numberSetting("registration.keptUnconfirmedDays", 14, {
  min: 2,
  max: 365,
  unit: "days",
});

export const retentionSettings = { sessionDays: keptSessionDays, unconfirmedDays: keptUnconfirmedDays };
export type RetentionSettings = { readonly [Name in keyof typeof retentionSettings]: number };
