import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddressForm } from "@/components/auth/address-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNextPath } from "@/lib/doors/next-path";
import { AuthPage } from "../../auth-page";
import { requestSignInLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn.link");
  return { title: t("title") };
}

type Search = Promise<{ next?: string | string[] }>;

export default async function SignInLinkPage({ searchParams }: { searchParams: Search }) {
  const next = safeNextPath((await searchParams).next);
  const t = await getTranslations("signIn");
  return (
    <AuthPage
      title={t("link.title")}
      description={t("link.description")}
      aside={<TextLink href="/sign-in">{t("back")}</TextLink>}
    >
      <AddressForm action={requestSignInLinkAction} submit={t("link.submit")} next={next} />
    </AuthPage>
  );
}
