import { Refusal } from "@/lib/core/errors";

export class SubscriptionNotFound extends Refusal {
  constructor() {
    super("not_found", "subscriptions.subscription_not_found", "There is no such subscription.");
  }
}
