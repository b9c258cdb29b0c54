import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { ServiceShown } from "@/lib/provisioning/schema";
import { ServiceStatus } from "./service-status";

/** A service on the client's own pages: what it is, how it stands, where it is reached. The whole card leads to it. */
export function ServiceCard({ service }: { service: ServiceShown }) {
  const t = useTranslations("services.portal");
  const { label, status, hostName, access } = service;
  return (
    <Card className="relative grid content-start gap-3 p-4 transition-colors hover:border-border-strong">
      <div className="flex items-start justify-between gap-3">
        <h2 className="wrap-anywhere min-w-0 font-semibold">
          <Link
            href={`/portal/services/${service.id}`}
            className="rounded-sm after:absolute after:inset-0 after:rounded-surface"
          >
            <bdi>{label}</bdi>
          </Link>
        </h2>
        <ServiceStatus status={status} />
      </div>
      <p className="text-pretty text-muted text-sm">
        {status === "ACTIVE" ? <bdi>{hostName ?? access.server ?? access.userName}</bdi> : t(status)}
      </p>
    </Card>
  );
}
