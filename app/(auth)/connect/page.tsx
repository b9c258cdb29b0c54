import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { confirmConnectionAction } from "@/app/connect-actions";
import { MessagesFor } from "@/components/i18n/messages-for";
import { ConnectForm } from "@/components/security/connect-form";
import { holdsChallenge } from "@/lib/auth/challenge-cookie";
import { signedIn } from "@/lib/auth/session-actor";
import { AuthPage } from "../auth-page";
import { providersHere } from "../sign-in/provider/offered";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identities.confirm");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ provider?: string | string[] }> };

/** For whoever came from a provider with the address of an account, and has now signed in to that account. */
export default async function ConnectPage({ searchParams }: Props) {
  const person = await signedIn();
  if (person?.actor.id === undefined) redirect("/sign-in");
  const home = person.actor.audience === "staff" ? "/admin" : "/portal";
  const wanted = (await searchParams).provider;
  const provider = (await providersHere()).find(({ id }) => id === wanted);
  if (provider === undefined || !(await holdsChallenge("link_identity"))) redirect(home);

  const t = await getTranslations("identities.confirm");
  return (
    <AuthPage title={t("title")} description={t("text", { name: provider.name })}>
      <MessagesFor parts={["identities"]}>
        <ConnectForm action={confirmConnectionAction} laterHref={home} />
      </MessagesFor>
    </AuthPage>
  );
}
