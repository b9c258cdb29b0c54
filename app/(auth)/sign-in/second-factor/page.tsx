import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { SecondFactorForm } from "@/components/auth/second-factor-form";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AuthFrame } from "@/components/shell/auth-frame";
import { TextLink } from "@/components/ui/text-link";
import { holdsChallenge } from "@/lib/auth/challenge-cookie";
import { safeNextPath } from "@/lib/doors/next-path";
import { giveSecondFactorAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.secondFactor");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SecondFactorPage({ searchParams }: Props) {
  if (!(await holdsChallenge("second_factor"))) redirect("/sign-in");

  const next = safeNextPath((await searchParams).next);
  const [t, name] = await Promise.all([getTranslations("signIn.secondFactor"), currentBrandName()]);
  return (
    <AuthFrame
      brand={{ name }}
      title={t("title")}
      aside={<TextLink href="/sign-in">{t("again")}</TextLink>}
      footer={<Preferences onChooseLanguage={chooseLanguageAction} />}
    >
      <MessagesFor parts={["signIn"]}>
        <SecondFactorForm action={giveSecondFactorAction.bind(null, next)} />
      </MessagesFor>
    </AuthFrame>
  );
}
