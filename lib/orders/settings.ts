import { numberSetting, switchSetting, textSetting } from "@/lib/core/settings/definition";

/** How long a cart is kept after its last change. */
export const cartDays = numberSetting("orders.cartDays", 30, { min: 1, max: 365, unit: "days" });
/** What a buyer agrees to; none are asked for while it is empty. */
export const terms = textSetting("orders.terms", "", 60_000);

/** Orders above this are looked at first, in whole units of the company's currency; 0: none is. */
export const reviewAmount = numberSetting("orders.reviewAmount", 0, {
  min: 0,
  max: 1_000_000,
  unit: "currency",
});
export const reviewCountry = switchSetting("orders.reviewCountry", true);
/** More orders than this within a day from one client, e-mail address or network address are looked at; 0: never. */
export const reviewOrdersPerDay = numberSetting("orders.reviewOrdersPerDay", 5, {
  min: 0,
  max: 1_000,
  unit: "orders",
});
export const reviewDisposableMail = switchSetting("orders.reviewDisposableMail", true);

export const orderSettings = [
  cartDays,
  terms,
  reviewAmount,
  reviewCountry,
  reviewOrdersPerDay,
  reviewDisposableMail,
];
