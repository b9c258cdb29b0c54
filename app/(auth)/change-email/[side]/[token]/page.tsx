import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TokenForm } from "@/components/auth/token-form";
import { AuthPage, secretAddress } from "../../../auth-page";
import { confirmEmailChangeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.changeEmail");
  return { title: t("title"), ...secretAddress };
}

/** The same for every token: opening the page uses nothing up and tells nothing (S-24). */
export default async function ChangeEmailPage({
  params,
}: {
  params: Promise<{ side: string; token: string }>;
}) {
  const [{ side, token }, t] = await Promise.all([params, getTranslations("accounts.changeEmail")]);
  if (side !== "old" && side !== "new") notFound();
  return (
    <AuthPage title={t("title")} description={t(side)}>
      <TokenForm action={confirmEmailChangeAction} token={token} extra={{ side }} submit={t("submit")} />
    </AuthPage>
  );
}
