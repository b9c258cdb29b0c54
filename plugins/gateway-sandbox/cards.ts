/** What becomes of a charge. `afterSeconds`: how much later its state changes by itself. */
export type Script = {
  readonly meaning: string;
  readonly first: "paid" | "pending" | "confirm" | "failed";
  readonly failure?: string;
  readonly afterwards?: {
    readonly state: "paid" | "failed";
    readonly afterSeconds: number;
    readonly failure?: string;
  };
  /** The charge is made, and its answer is never heard. */
  readonly losesAnswer?: boolean;
  /** How often each notice is sent, and how late. */
  readonly copies?: number;
  readonly lateSeconds?: number;
};

/** Test cards: numbers that satisfy the check digit and belong to nobody. */
export const cards: Readonly<Record<string, Script>> = {
  "4111000000000016": { meaning: "paid", first: "paid" },
  "4111000000000024": { meaning: "declined", first: "failed", failure: "declined" },
  "4111000000000032": { meaning: "funds", first: "failed", failure: "funds" },
  "4111000000000040": { meaning: "expired_card", first: "failed", failure: "expired_card" },
  "4111000000000057": { meaning: "wrong_security_code", first: "failed", failure: "wrong_security_code" },
  "4111000000000065": { meaning: "stolen_card", first: "failed", failure: "stolen_card" },
  "4111000000000073": { meaning: "limit_exceeded", first: "failed", failure: "limit_exceeded" },
  "4111000000000081": { meaning: "confirm", first: "confirm" },
  "4111000000000099": {
    meaning: "pending_paid",
    first: "pending",
    afterwards: { state: "paid", afterSeconds: 8 },
  },
  "4111000000000107": {
    meaning: "pending_failed",
    first: "pending",
    afterwards: { state: "failed", afterSeconds: 8, failure: "returned" },
  },
  "4111000000000115": { meaning: "lost", first: "paid", losesAnswer: true, lateSeconds: 60 },
  "4111000000000123": { meaning: "doubled", first: "paid", copies: 2 },
  "4111000000000131": {
    meaning: "late",
    first: "pending",
    afterwards: { state: "paid", afterSeconds: 1 },
    lateSeconds: 20,
  },
};

export function lastDigits(number: string): string {
  return `Visa •••• ${number.slice(-4)}`;
}
