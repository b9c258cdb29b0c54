import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { sendConfirmCodeAction } from "@/app/identity-actions";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ConfirmPage } from "@/components/security/confirm-page";
import { waysToConfirm } from "@/lib/auth/operations/ways-to-confirm";
import { signedIn } from "@/lib/auth/session-actor";
import { requestIdOf } from "@/lib/core/http/request-id";
import { run } from "@/lib/core/operation/run";
import { safeNextPath } from "@/lib/doors/next-path";
import { AuthPage } from "../auth-page";
import { confirmThenGoAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("confirmIdentity");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

/** For whoever has no dialog: before its script has loaded, or without scripts at all. */
export default async function ConfirmIdentityPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const person = await signedIn();
  if (person?.actor.id === undefined) redirect("/sign-in");

  const call = { actor: person.actor, requestId: requestIdOf(await headers()) };
  const [t, ways] = await Promise.all([getTranslations("confirmIdentity"), run(waysToConfirm, {}, call)]);
  return (
    <AuthPage title={t("title")} description={t("text")}>
      <MessagesFor parts={["confirmIdentity"]}>
        <ConfirmPage
          ways={ways}
          action={confirmThenGoAction.bind(null, next)}
          sendCode={sendConfirmCodeAction}
        />
      </MessagesFor>
    </AuthPage>
  );
}
