import { Refusal } from "@/lib/core/errors";
import type { OrderAction, OrderStatus } from "@/lib/orders/rules/status";

export class CartNotFound extends Refusal {
  constructor() {
    super("not_found", "orders.cart_not_found", "There is no such cart, or its time is over.");
  }
}

/** It has become an order. */
export class CartClosed extends Refusal {
  constructor() {
    super("conflict", "orders.cart_closed", "What was in this cart has been ordered.");
  }
}

export class CartFull extends Refusal {
  constructor() {
    super("limit", "orders.cart_full", "A cart holds fifty things at most.");
  }
}

/** As it is, it cannot be ordered: the cart says which item and why. */
export class NotOrderable extends Refusal {
  constructor(problem: string) {
    super("conflict", "orders.not_orderable", "Something in the cart is not offered as it was chosen.", {
      problem,
    });
  }
}

/** The total is another than the one that was shown. */
export class PriceChanged extends Refusal {
  constructor() {
    super(
      "conflict",
      "orders.price_changed",
      "The price is another than the one shown. Look again, then order.",
    );
  }
}

export class SoldOut extends Refusal {
  constructor() {
    super("conflict", "orders.sold_out", "There are not enough left of it.");
  }
}

export class ClientLimitReached extends Refusal {
  constructor() {
    super("limit", "orders.client_limit", "This client has as many of it as one client can have.");
  }
}

export class CouponUnusable extends Refusal {
  constructor() {
    super("conflict", "orders.coupon_unusable", "The coupon does not count for this order.");
  }
}

/** The terms have to be agreed to in the form in which they stand now. */
export class TermsNotAccepted extends Refusal {
  constructor() {
    super("precondition", "orders.terms_not_accepted", "The terms have to be agreed to.");
  }
}

/** Bought in another currency than the one in which the client is billed. */
export class OtherCurrency extends Refusal {
  constructor() {
    super("conflict", "orders.other_currency", "This client is billed in another currency.");
  }
}

export class OrderNotFound extends Refusal {
  constructor() {
    super("not_found", "orders.order_not_found", "There is no such order.");
  }
}

export class OrderNotChangeable extends Refusal {
  constructor(action: OrderAction, status: OrderStatus) {
    super("conflict", "orders.order_not_changeable", "The order's state does not allow this.", {
      action,
      status,
    });
  }
}
