import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { OtherWaysIn } from "@/components/auth/other-ways-in";
import { PasskeySignIn } from "@/components/auth/passkey-sign-in";
import { SignInForm } from "@/components/auth/sign-in-form";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Notice } from "@/components/ui/notice";
import { signedIn } from "@/lib/auth/session-actor";
import { safeNextPath } from "@/lib/doors/next-path";
import { isInstallationEmpty } from "@/lib/onboarding/setup-state";
import { signInAction } from "./actions";
import { beginPasskeySignInAction, signInByPasskeyAction } from "./passkey/actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  const person = await signedIn();
  if (person?.actor.id) redirect(next ?? (person.actor.audience === "staff" ? "/admin" : "/portal"));

  const [t, name, isEmpty] = await Promise.all([
    getTranslations("signIn"),
    currentBrandName(),
    isInstallationEmpty(),
  ]);
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
          <SignInForm action={signInAction.bind(null, next)} />
          <OtherWaysIn>
            <PasskeySignIn begin={beginPasskeySignInAction} signIn={signInByPasskeyAction.bind(null, next)} />
          </OtherWaysIn>
        </MessagesFor>
      )}
    </AuthFrame>
  );
}
