/** What stands in an order that people choose. */
export const recordKinds = ["group", "product", "plan", "option", "field", "addon"] as const;
export type RecordKind = (typeof recordKinds)[number];
