import { MailCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { TextLink } from "@/components/ui/text-link";
import { AuthPage } from "../auth-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts.checkMail");
  return { title: t("title") };
}

/** What was asked for, and where to go when no mail comes. Says nothing of whether there is an account. */
const asked = {
  link: "/sign-in/link",
  reset: "/forgot",
  registration: "/register",
  otherAddress: undefined,
  addressChanged: undefined,
} as const;

type Asked = keyof typeof asked;

export default async function CheckMailPage({
  searchParams,
}: {
  searchParams: Promise<{ for?: string | string[] }>;
}) {
  const { for: given } = await searchParams;
  const [t, signIn] = await Promise.all([getTranslations("accounts.checkMail"), getTranslations("signIn")]);
  const what: Asked = typeof given === "string" && Object.hasOwn(asked, given) ? (given as Asked) : "link";
  const again = asked[what];

  return (
    <AuthPage
      title={t(`${what}.title`)}
      description={t(`${what}.text`)}
      aside={again && t.rich("nothing", { link: (text) => <TextLink href={again}>{text}</TextLink> })}
    >
      <div className="grid gap-5">
        <MailCheck aria-hidden="true" strokeWidth={1.25} className="size-10 text-accent-text" />
        <ButtonLink href="/sign-in">{signIn("back")}</ButtonLink>
      </div>
    </AuthPage>
  );
}
