import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { MessagesFor } from "@/components/i18n/messages-for";
import { DemandedSetUp } from "@/components/security/demanded-set-up";
import { TextLink } from "@/components/ui/text-link";
import { holdsChallenge } from "@/lib/auth/challenge-cookie";
import { safeNextPath } from "@/lib/doors/next-path";
import { AuthPage } from "../../auth-page";
import { beginSetUpAction, confirmSetUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.setUpFactor");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SetUpFactorPage({ searchParams }: Props) {
  if (!(await holdsChallenge("second_factor_setup"))) redirect("/sign-in");

  const next = safeNextPath((await searchParams).next);
  const [t, again, name] = await Promise.all([
    getTranslations("signIn.setUpFactor"),
    getTranslations("signIn.secondFactor"),
    currentBrandName(),
  ]);
  return (
    <AuthPage
      size="wide"
      title={t("title")}
      description={t("description", { name })}
      aside={<TextLink href="/sign-in">{again("again")}</TextLink>}
    >
      <MessagesFor parts={["signIn", "secondFactor"]}>
        <DemandedSetUp begin={beginSetUpAction} confirm={confirmSetUpAction.bind(null, next)} />
      </MessagesFor>
    </AuthPage>
  );
}
