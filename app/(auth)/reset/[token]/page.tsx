import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { TextLink } from "@/components/ui/text-link";
import { AuthPage, secretAddress } from "../../auth-page";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.reset");
  return { title: t("title"), ...secretAddress };
}

/** The same for every token: opening the page uses nothing up and tells nothing (S-24). */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getTranslations("accounts.reset")]);
  return (
    <AuthPage
      title={t("title")}
      description={t("description")}
      aside={<TextLink href="/forgot">{t("another")}</TextLink>}
    >
      <NewPasswordForm action={resetPasswordAction} token={token} name="newPassword" submit={t("submit")} />
    </AuthPage>
  );
}
