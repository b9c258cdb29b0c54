import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentBrandName } from "@/app/brand";
import { TokenForm } from "@/components/auth/token-form";
import { TextLink } from "@/components/ui/text-link";
import { safeNextPath } from "@/lib/doors/next-path";
import { AuthPage, secretAddress } from "../../../auth-page";
import { signInWithLinkAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), ...secretAddress };
}

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ next?: string | string[] }> };

/** The same for every token: opening the page uses nothing up and tells nothing (S-24). Programs that scan mail open links. */
export default async function UseSignInLinkPage({ params, searchParams }: Props) {
  const [{ token }, { next }, t, name] = await Promise.all([
    params,
    searchParams,
    getTranslations("signIn"),
    currentBrandName(),
  ]);
  return (
    <AuthPage
      title={t("link.useTitle", { name })}
      description={t("link.useDescription")}
      aside={<TextLink href="/sign-in/link">{t("link.another")}</TextLink>}
    >
      <TokenForm
        action={signInWithLinkAction.bind(null, safeNextPath(next))}
        token={token}
        submit={t("submit")}
      />
    </AuthPage>
  );
}
