import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { MoneyAmount } from "@/components/ui/money-amount";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Money } from "@/lib/core/money/money";
import type { SubscriptionStatus } from "@/lib/subscriptions/rules/status";
import type { Tones } from "@/lib/ui/tone";
import { cycleText } from "./cycle-text";

const tones: Tones<SubscriptionStatus> = {
  PENDING: "neutral",
  ACTIVE: "positive",
  PAST_DUE: "warning",
  SUSPENDED: "warning",
  CANCELLED: "neutral",
  TERMINATED: "neutral",
};

type Subscription = {
  id: string;
  label: string;
  status: SubscriptionStatus;
  cycle: string;
  recurring: Money;
};

/** What an order agreed to go on with. */
export function SubscriptionsOfOrder({ subscriptions }: { subscriptions: readonly Subscription[] }) {
  const t = useTranslations("orders");
  return (
    <Card>
      <CardHeader title={t("services.title")} />
      <CardBody>
        {subscriptions.length === 0 ? (
          <p className="text-muted">{t("services.none")}</p>
        ) : (
          <ul className="grid gap-3">
            {subscriptions.map((one) => (
              <li key={one.id} className="grid gap-0.5">
                <span className="wrap-anywhere font-medium">
                  <bdi>{one.label}</bdi>
                </span>
                <span className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
                  <StatusBadge
                    status={one.status}
                    tones={tones}
                    label={t(`subscription.${one.status}`)}
                    look="plain"
                  />
                  <span>
                    <MoneyAmount amount={one.recurring} />{" "}
                    {cycleText((key, values) => t(`cycle.${key}`, values), one.cycle)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
