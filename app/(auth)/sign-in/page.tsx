import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { OtherWaysIn } from "@/components/auth/other-ways-in";
import { PasskeySignIn } from "@/components/auth/passkey-sign-in";
import { ProblemNotice } from "@/components/auth/problem-notice";
import { ProviderButton } from "@/components/auth/provider-button";
import { SignInForm } from "@/components/auth/sign-in-form";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Notice } from "@/components/ui/notice";
import { signedIn } from "@/lib/auth/session-actor";
import { safeNextPath } from "@/lib/doors/next-path";
import { isInstallationEmpty } from "@/lib/onboarding/setup-state";
import { signInAction } from "./actions";
import { beginPasskeySignInAction, signInByPasskeyAction } from "./passkey/actions";
import { signInByProviderAction } from "./provider/actions";
import { providersHere } from "./provider/offered";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Search = { next?: string | string[]; connect?: string | string[]; problem?: string | string[] };
type Props = { searchParams: Promise<Search> };

export default async function SignInPage({ searchParams }: Props) {
  const search = await searchParams;
  const next = safeNextPath(search.next);
  const person = await signedIn();
  if (person?.actor.id) redirect(next ?? (person.actor.audience === "staff" ? "/admin" : "/portal"));

  const [t, name, isEmpty, providers] = await Promise.all([
    getTranslations("signIn"),
    currentBrandName(),
    isInstallationEmpty(),
    providersHere(),
  ]);
  const connecting = providers.find(({ id }) => id === search.connect);
  return (
    <AuthFrame
      brand={{ name }}
      title={t("title")}
      description={t("description", { name })}
      footer={<Preferences onChooseLanguage={chooseLanguageAction} />}
    >
      {isEmpty ? (
        <Notice tone="info" title={t("notSetUp.title")}>
          {t("notSetUp.text")}
        </Notice>
      ) : (
        <MessagesFor parts={["signIn"]}>
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
          </OtherWaysIn>
        </MessagesFor>
      )}
    </AuthFrame>
  );
}
