import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { EntrySource } from "@/components/ledger/entry-source";
import { LineTable } from "@/components/ledger/line-table";
import { ReverseButton } from "@/components/ledger/reverse-button";
import { PageLayout } from "@/components/shell/page-layout";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableCode } from "@/components/ui/copyable";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { getEntry } from "@/lib/ledger/operations/get-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { reversalRefusal } from "@/lib/ledger/rules/reversal";
import { reverseEntryAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ledger.entry");
  return { title: t("one") };
}

export default guardedPage(getEntry, async ({ params, read, may }) => {
  const [t, common, entry] = await Promise.all([
    getTranslations("ledger.entry"),
    getTranslations("common"),
    read(getEntry, { entryId: params.entryId ?? "" }),
  ]);
  const { id, description, reversesId, reversedById } = entry;

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi>{description}</bdi>}
        badge={reversedById && <Badge>{t("reversed")}</Badge>}
        facts={[<DateTime key="day" value={entry.day} />, <EntrySource key="source" entry={entry} />]}
        actions={
          may(reverseEntry) && (
            <ReverseButton
              entry={{ id, description }}
              action={reverseEntryAction}
              refusedBy={reversalRefusal(entry)?.code}
            />
          )
        }
      />
      {reversedById && (
        <Notice tone="neutral">
          {t.rich("reversedBy", {
            link: (text) => <TextLink href={`/admin/ledger/entries/${reversedById}`}>{text}</TextLink>,
          })}
        </Notice>
      )}
      {reversesId && (
        <Notice tone="neutral">
          {t.rich("reverses", {
            link: (text) => <TextLink href={`/admin/ledger/entries/${reversesId}`}>{text}</TextLink>,
          })}
        </Notice>
      )}
      <Card>
        <LineTable lines={entry.lines} />
      </Card>
      <Card>
        <CardHeader title={t("facts")} />
        <CardBody>
          <KeyValueList>
            <KeyValue label={t("postedAt")}>
              <DateTime value={entry.postedAt} show="date-time" />
            </KeyValue>
            <KeyValue label={t("id")}>
              <CopyableCode value={id} label={common("copy")} copiedLabel={common("copied")} />
            </KeyValue>
          </KeyValueList>
        </CardBody>
      </Card>
    </PageLayout>
  );
});
