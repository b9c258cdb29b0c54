import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Timeline, type TimelineLine } from "./timeline";

/** The timeline at the end of a record's page. */
export function TimelineCard(props: { entries: readonly TimelineLine[]; marksStaffOnly?: boolean }) {
  const t = useTranslations("timeline");
  return (
    <Card>
      <CardHeader title={t("title")} />
      <CardBody>
        <Timeline {...props} />
      </CardBody>
    </Card>
  );
}
