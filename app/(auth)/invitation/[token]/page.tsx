import { Link2Off } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { InvitationForm } from "@/components/auth/invitation-form";
import { TokenForm } from "@/components/auth/token-form";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { getInvitation } from "@/lib/auth/operations/get-invitation";
import { Refusal } from "@/lib/core/errors";
import { clientAddress } from "@/lib/core/http/client-address";
import { takeFromQuota } from "@/lib/core/http/rate-limits";
import { run } from "@/lib/core/operation/run";
import { AuthPage, secretAddress } from "../../auth-page";
import { visitorOf } from "../../sign-in-door";
import { acceptInvitationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.invitation");
  return { title: t("title"), ...secretAddress };
}

/** Looking does not accept: a button does. Looks are limited like attempts to sign in (S-24). */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t, company] = await Promise.all([
    params,
    getTranslations("accounts.invitation"),
    currentBrandName(),
  ]);
  const invitation = await open(token);
  if (invitation === undefined) {
    return (
      <AuthPage title={t("closed.title")}>
        <EmptyState
          icon={<Link2Off />}
          title={t("closed.why")}
          action={<ButtonLink href="/sign-in">{t("closed.action")}</ButtonLink>}
          className="px-0 py-4"
        >
          {t("closed.text")}
        </EmptyState>
      </AuthPage>
    );
  }

  const { inviter, clientName, email, name, hasAccount } = invitation;
  const target = clientName ?? company;
  // Nobody has invited whom an order brought here.
  const isOwn = inviter === null && clientName !== null;
  const plain = isOwn ? t("own.text", { target }) : t("plain", { target });
  const submit = t(isOwn ? "own.submit" : "submit");
  return (
    <AuthPage
      title={t(isOwn ? "own.title" : "title")}
      description={inviter === null ? plain : t("by", { inviter, target })}
    >
      {hasAccount ? (
        <>
          <p className="mb-5 text-pretty text-muted">{t("hasAccount", { email })}</p>
          <TokenForm action={acceptInvitationAction} token={token} submit={submit} />
        </>
      ) : (
        <InvitationForm
          action={acceptInvitationAction}
          token={token}
          email={email}
          name={name ?? ""}
          submit={submit}
        />
      )}
    </AuthPage>
  );
}

async function open(token: string) {
  const given = await headers();
  const { isExceeded } = await takeFromQuota("sign-in", clientAddress(given) ?? "unknown");
  if (isExceeded) return undefined;
  return run(getInvitation, { token }, { actor: await visitorOf(given) }).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
}
