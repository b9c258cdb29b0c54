import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/auth/address-form";
import { TextLink } from "@/components/ui/text-link";
import { AuthPage } from "../auth-page";
import { requestResetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.forgot");
  return { title: t("title") };
}

export default async function ForgotPage() {
  const [t, signIn] = await Promise.all([getTranslations("accounts.forgot"), getTranslations("signIn")]);
  return (
    <AuthPage
      title={t("title")}
      description={t("description")}
      aside={<TextLink href="/sign-in">{signIn("back")}</TextLink>}
    >
      <AddressForm action={requestResetAction} submit={t("submit")} />
    </AuthPage>
  );
}
