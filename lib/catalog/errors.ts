import { Refusal } from "@/lib/core/errors";

/** There is no such group, product, plan, option, question or add-on. */
export class CatalogRecordNotFound extends Refusal {
  constructor() {
    super("not_found", "catalog.record_not_found", "There is no such part of the catalogue.");
  }
}

export class CouponNotFound extends Refusal {
  constructor() {
    super("not_found", "catalog.coupon_not_found", "There is no such coupon.");
  }
}

/** Another one of its kind has this name in addresses, key or code. */
export class NameTaken extends Refusal {
  constructor(path: "slug" | "key" | "code") {
    super("conflict", "catalog.name_taken", "Another one has this name already.", {}, [
      { path, code: "taken", message: "is taken already" },
    ]);
  }
}

/** Somebody changed the prices since they were read. */
export class PricesChanged extends Refusal {
  constructor() {
    super(
      "conflict",
      "catalog.prices_changed",
      "Somebody else changed these prices in the meantime. Load them again.",
    );
  }
}

/** What was chosen is not offered like this: each problem names where. */
export class NotOffered extends Refusal {
  constructor(problems: readonly { readonly path: string; readonly code: string }[]) {
    super(
      "invalid",
      "catalog.not_offered",
      "This is not offered as it was chosen.",
      {},
      problems.map(({ path, code }) => ({ path, code, message: code.replaceAll("_", " ") })),
    );
  }
}
