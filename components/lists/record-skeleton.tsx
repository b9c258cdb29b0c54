import { useTranslations } from "next-intl";
import { PageLayout, RecordColumns } from "@/components/shell/page-layout";
import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** A record on its way: title, facts, main column and side column. */
export function RecordSkeleton() {
  const t = useTranslations("common");
  return (
    <PageLayout width="record">
      <SkeletonGroup label={t("loading")} className="grid gap-5">
        <Skeleton className="my-1 h-6 w-56" />
        <RecordColumns side={<Block lines={4} />}>
          <Block lines={6} />
        </RecordColumns>
      </SkeletonGroup>
    </PageLayout>
  );
}

/** A form on its way. */
export function FormSkeleton() {
  const t = useTranslations("common");
  return (
    <PageLayout width="form">
      <SkeletonGroup label={t("loading")} className="grid gap-5">
        <Skeleton className="my-1 h-6 w-48" />
        <Block lines={8} />
      </SkeletonGroup>
    </PageLayout>
  );
}

function Block({ lines }: { lines: number }) {
  return (
    <Card className="grid gap-3 p-4">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that are all alike.
        <Skeleton key={line} className={line % 2 === 0 ? "w-1/3" : "w-2/3"} />
      ))}
    </Card>
  );
}
