import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentBrand, currentBrandName } from "@/app/brand";
import { OtherWaysIn } from "@/components/auth/other-ways-in";
import { PasskeySignIn } from "@/components/auth/passkey-sign-in";
import { ProblemNotice } from "@/components/auth/problem-notice";
import { ProviderButton } from "@/components/auth/provider-button";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { signedIn } from "@/lib/auth/session-actor";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { safeNextPath } from "@/lib/doors/next-path";
import { getRegistration } from "@/lib/onboarding/operations/get-registration";
import { isInstallationEmpty } from "@/lib/onboarding/setup-state";
import { AuthPage } from "../auth-page";
import { signInAction } from "./actions";
import { beginPasskeySignInAction, signInByPasskeyAction } from "./passkey/actions";
import { signInByProviderAction } from "./provider/actions";
import { providersHere } from "./provider/offered";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Text = string | string[];
type Search = Promise<{ next?: Text; notice?: Text; connect?: Text; problem?: Text }>;

/** What somebody may have done just before they come here. */
const notices = ["passwordChanged", "addressChanged", "invitationAccepted"] as const;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const next = safeNextPath(search.next);
  const person = await signedIn();
  if (person?.actor.id) redirect(next ?? (person.actor.audience === "staff" ? "/admin" : "/portal"));

  const [t, name, isEmpty, ways, providers] = await Promise.all([
    getTranslations("signIn"),
    currentBrandName(),
    isInstallationEmpty(),
    waysIn(),
    providersHere(),
  ]);
  const notice = notices.find((known) => known === search.notice);
  const query = next === undefined ? "" : `?next=${encodeURIComponent(next)}`;
  const connecting = providers.find(({ id }) => id === search.connect);

  return (
    <AuthPage
      title={t("title")}
      description={t("description", { name })}
      aside={
        ways?.isOpen && t.rich("noAccount", { link: (text) => <TextLink href="/register">{text}</TextLink> })
      }
    >
      {isEmpty ? (
        <Notice tone="info" title={t("notSetUp.title")}>
          {t("notSetUp.text")}
        </Notice>
      ) : (
        <>
          {notice && <Notice tone="positive" title={t(`notices.${notice}`)} className="mb-5" />}
          {connecting && (
            <Notice tone="info" className="mb-5">
              {t("connect.notice", { name: connecting.name })}
            </Notice>
          )}
          <ProblemNotice code={search.problem} />
          <SignInForm action={signInAction.bind(null, next)} />
          <OtherWaysIn>
            {!connecting &&
              providers.map((provider) => (
                <ProviderButton
                  key={provider.id}
                  provider={provider}
                  action={signInByProviderAction.bind(null, next)}
                />
              ))}
            <PasskeySignIn begin={beginPasskeySignInAction} signIn={signInByPasskeyAction.bind(null, next)} />
            {ways?.hasSignInLinks && (
              <ButtonLink href={`/sign-in/link${query}`} className="w-full">
                {t("link.offer")}
              </ButtonLink>
            )}
          </OtherWaysIn>
        </>
      )}
    </AuthPage>
  );
}

/** What the company of this host offers; nothing before there is one. */
async function waysIn() {
  const brand = await currentBrand();
  return brand && run(getRegistration, {}, { actor: visitor(brand.tenantId) });
}
