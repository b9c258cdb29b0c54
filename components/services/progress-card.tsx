import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ServiceActionShown } from "@/lib/provisioning/schema";
import { actionTones } from "./service-tones";
import { StepList } from "./step-list";

/** What is being done to a service, step by step, and what was done before. Newest first. */
export function ProgressCard({ actions }: { actions: readonly ServiceActionShown[] }) {
  const t = useTranslations("services.progress");
  const [present, ...earlier] = actions;
  if (present === undefined) return null;

  return (
    <Card>
      <CardHeader
        title={t(`title.${present.kind}`)}
        actions={
          <StatusBadge
            status={present.status}
            tones={actionTones}
            label={
              present.status === "WAITING" && present.errorKind === "operator"
                ? t("forStaff")
                : t(`status.${present.status}`)
            }
          />
        }
      />
      <CardBody className="grid gap-4">
        <StepList action={present} />
        {present.round > 1 && <p className="text-sm text-subtle">{t("round", { count: present.round })}</p>}
        {earlier.length > 0 && (
          <div className="grid gap-2 border-t pt-3">
            <h3 className="text-sm text-subtle">{t("earlier")}</h3>
            <ul className="grid gap-1.5">
              {earlier.map((action) => (
                <li key={action.id} className="flex flex-wrap items-center justify-between gap-x-4">
                  <span>{t(`title.${action.kind}`)}</span>
                  <span className="flex items-center gap-3 text-subtle text-sm">
                    <StatusBadge
                      status={action.status}
                      tones={actionTones}
                      look="plain"
                      label={t(`status.${action.status}`)}
                    />
                    <DateTime value={action.createdAt} show="date-time" />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
