import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { TextLink } from "@/components/ui/text-link";
import { AuthPage, secretAddress } from "../../../auth-page";
import { confirmRegistrationAction } from "../../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.confirm");
  return { title: t("title"), ...secretAddress };
}

/** The same for every token: opening the page uses nothing up and tells nothing (S-24). */
export default async function ConfirmRegistrationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = await Promise.all([params, getTranslations("accounts.confirm")]);
  return (
    <AuthPage
      title={t("title")}
      description={t("description")}
      aside={<TextLink href="/register">{t("again")}</TextLink>}
    >
      <NewPasswordForm
        action={confirmRegistrationAction}
        token={token}
        name="password"
        submit={t("submit")}
      />
    </AuthPage>
  );
}
