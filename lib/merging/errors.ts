import { Refusal } from "@/lib/core/errors";

/** A client cannot become part of itself. */
export class MergeWithItself extends Refusal {
  constructor() {
    super("invalid", "clients.merge_with_itself", "Choose another client.");
  }
}

/** Both were billed, each in another currency. */
export class MergeCurrenciesDiffer extends Refusal {
  constructor(from: string, into: string) {
    super("conflict", "clients.merge_currencies_differ", "The clients are billed in different currencies.", {
      from,
      into,
    });
  }
}
