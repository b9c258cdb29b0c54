export const accountTypes = ["ASSET", "LIABILITY", "EQUITY", "INCOME", "EXPENSE"] as const;
export type AccountType = (typeof accountTypes)[number];

export const sides = ["DEBIT", "CREDIT"] as const;
export type Side = (typeof sides)[number];

const normalSides: Record<AccountType, Side> = {
  ASSET: "DEBIT",
  EXPENSE: "DEBIT",
  LIABILITY: "CREDIT",
  EQUITY: "CREDIT",
  INCOME: "CREDIT",
};

/** The side on which accounts of a type grow. */
export function normalSide(type: AccountType): Side {
  return normalSides[type];
}

/** What an account holds as people say it: money in the bank and tax owed are both positive. Minor units. */
export function balanceOnNormalSide(type: AccountType, debitMinor: bigint, creditMinor: bigint): bigint {
  return normalSide(type) === "DEBIT" ? debitMinor - creditMinor : creditMinor - debitMinor;
}
