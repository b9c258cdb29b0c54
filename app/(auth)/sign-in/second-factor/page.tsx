import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SecondFactorForm } from "@/components/auth/second-factor-form";
import { TextLink } from "@/components/ui/text-link";
import { holdsChallenge } from "@/lib/auth/challenge-cookie";
import { safeNextPath } from "@/lib/doors/next-path";
import { AuthPage } from "../../auth-page";
import { giveSecondFactorAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.secondFactor");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SecondFactorPage({ searchParams }: Props) {
  if (!(await holdsChallenge("second_factor"))) redirect("/sign-in");

  const next = safeNextPath((await searchParams).next);
  const t = await getTranslations("signIn.secondFactor");
  return (
    <AuthPage title={t("title")} aside={<TextLink href="/sign-in">{t("again")}</TextLink>}>
      <SecondFactorForm action={giveSecondFactorAction.bind(null, next)} />
    </AuthPage>
  );
}
