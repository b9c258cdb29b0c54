import { keptSessionDays, keptUnconfirmedDays } from "@/lib/auth/housekeeping/settings";
import { choiceSetting, numberSetting, switchSetting } from "@/lib/core/settings/definition";

/** Who has to give a second factor at sign-in: nobody has to, staff, or everybody. Whoever set one up is asked in any case. */
export const secondFactorFor = choiceSetting(
  "security.secondFactor",
  ["optional", "staff", "everyone"],
  "optional",
);

/** After how long without a visit a session ends, and after how long in any case. */
export const staffIdleMinutes = numberSetting("security.staffIdleMinutes", 1_440, {
  min: 5,
  max: 10_080,
  unit: "minutes",
});
export const staffAbsoluteHours = numberSetting("security.staffAbsoluteHours", 168, {
  min: 1,
  max: 720,
  unit: "hours",
});
export const clientIdleMinutes = numberSetting("security.clientIdleMinutes", 10_080, {
  min: 5,
  max: 43_200,
  unit: "minutes",
});
export const clientAbsoluteHours = numberSetting("security.clientAbsoluteHours", 720, {
  min: 1,
  max: 2_160,
  unit: "hours",
});

export const impersonationMinutes = numberSetting("security.impersonationMinutes", 30, {
  min: 5,
  max: 60,
  unit: "minutes",
});
/** Whether clients see in their portal that staff acted for them. */
export const impersonationIsShown = switchSetting("security.impersonationIsShown", true);
export const newDeviceAlerts = switchSetting("security.newDeviceAlerts", true);

/** Whether visitors may open an account of their own. */
export const registrationIsOpen = switchSetting("registration.isOpen", true);
/** Whether people of whom a provider vouches may do so without a password. */
export const registrationByProvider = switchSetting("registration.byProvider", true);
export const signInByLink = switchSetting("registration.signInByLink", true);

export const authSettings = [
  secondFactorFor,
  staffIdleMinutes,
  staffAbsoluteHours,
  clientIdleMinutes,
  clientAbsoluteHours,
  impersonationMinutes,
  impersonationIsShown,
  newDeviceAlerts,
  keptSessionDays,
  registrationIsOpen,
  registrationByProvider,
  signInByLink,
  keptUnconfirmedDays,
];
