import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { guardedPage } from "@/app/guarded-page";
import { MessagesFor } from "@/components/i18n/messages-for";
import { MembershipLinks } from "@/components/people/membership-links";
import { PersonState } from "@/components/people/person-status";
import { RoleName } from "@/components/people/role-name";
import { SessionList } from "@/components/security/sessions-list";
import { PageLayout } from "@/components/shell/page-layout";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { KeyValue, KeyValueList } from "@/components/ui/key-value-list";
import { PageHeader } from "@/components/ui/page-header";
import { endUserSession } from "@/lib/auth/operations/end-user-session";
import { getUser } from "@/lib/auth/operations/get-user";
import { listMemberships } from "@/lib/auth/operations/list-memberships";
import { listUserSessions } from "@/lib/auth/operations/list-user-sessions";
import { countryName } from "@/lib/i18n/countries";
import { previewErasure } from "@/lib/privacy/operations/preview-erasure";
import { endUserSessionAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.person");
  return { title: t("title") };
}

export default guardedPage(getUser, async ({ params, read, may }) => {
  const { userId = "" } = params;
  const person = await read(getUser, { userId });
  const [t, sessions, memberships] = await Promise.all([
    getTranslations("people"),
    may(listUserSessions) ? sessionsOf(await read(listUserSessions, { userId, limit: 100 })) : undefined,
    person.kind === "CLIENT" && may(listMemberships)
      ? read(listMemberships, { userId, limit: 100 })
      : undefined,
  ]);

  return (
    <PageLayout width="record">
      <PageHeader
        title={<bdi>{person.name}</bdi>}
        badge={<PersonState status={person.status} reason={person.statusReason} />}
        facts={[
          <bdi key="email">{person.email}</bdi>,
          ...(person.kind === "STAFF"
            ? [<RoleName key="role" role={person.role} name={person.roleName} />]
            : [t("role.kinds.CLIENT")]),
        ]}
        actions={
          may(previewErasure) && (
            <ButtonLink href={`/admin/privacy/user/${userId}`}>{t("person.privacy")}</ButtonLink>
          )
        }
      />
      <Card>
        <CardHeader title={t("person.account")} />
        <CardBody>
          <KeyValueList>
            <KeyValue label={t("columns.secondFactor")}>
              {person.hasSecondFactor ? t("secondFactor.yes") : t("secondFactor.no")}
            </KeyValue>
            <KeyValue label={t("columns.lastSignIn")}>
              {person.lastSignInAt ? <DateTime value={person.lastSignInAt} show="date-time" /> : t("never")}
            </KeyValue>
            <KeyValue label={t("person.since")}>
              <DateTime value={person.createdAt} />
            </KeyValue>
            {person.statusReason && (
              <KeyValue label={t("person.reason")}>
                <bdi>{person.statusReason}</bdi>
              </KeyValue>
            )}
          </KeyValueList>
        </CardBody>
      </Card>
      {memberships && <MembershipLinks memberships={memberships.items} />}
      {sessions && (
        <Card>
          <CardHeader title={t("person.sessions")} description={t("person.sessionsText")} />
          {sessions.length === 0 ? (
            <CardBody>
              <p className="text-muted">{t("person.noSessions")}</p>
            </CardBody>
          ) : (
            <MessagesFor parts={["security"]}>
              <SessionList
                sessions={sessions}
                action={may(endUserSession) ? endUserSessionAction : undefined}
              />
            </MessagesFor>
          )}
        </Card>
      )}
    </PageLayout>
  );
});

type Listed = Awaited<ReturnType<(typeof listUserSessions)["run"]>>;

async function sessionsOf({ items }: Listed) {
  const locale = await getLocale();
  return items.map(({ expiresAt: _, place, ...session }) => ({
    ...session,
    place: place && countryName(place, locale),
  }));
}
