import { useTranslations } from "next-intl";
import { PageLayout } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** A list on its way: title, filters, rows. */
export function ListSkeleton({ rows = 10 }: { rows?: number }) {
  const t = useTranslations("common");
  return (
    <PageLayout width="list">
      <SkeletonGroup label={t("loading")} className="grid gap-5">
        <Skeleton className="my-1 h-6 w-40" />
        <Skeleton className="h-8 w-full max-w-sm" />
        <Card>
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all alike.
            <div key={row} className="flex h-10 items-center gap-6 border-b px-4 last:border-b-0">
              <Skeleton className="w-1/4" />
              <Skeleton className="w-1/3 max-sm:hidden" />
              <Skeleton className="ms-auto w-20" />
            </div>
          ))}
        </Card>
      </SkeletonGroup>
    </PageLayout>
  );
}
