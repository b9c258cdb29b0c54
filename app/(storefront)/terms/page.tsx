import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { run } from "@/lib/core/operation/run";
import { getTerms } from "@/lib/orders/operations/get-terms";
import { currentBuyer } from "../buyer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("orders.terms");
  return { title: t("title") };
}

/** What an order is placed under, as the company wrote it. */
export default async function TermsPage() {
  const [t, terms] = await Promise.all([
    getTranslations("orders.terms"),
    run(getTerms, {}, { actor: await currentBuyer() }),
  ]);
  if (!terms?.text) notFound();
  return (
    <article className="mx-auto grid max-w-form gap-5 px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="font-semibold text-2xl">{t("title")}</h1>
      <p className="wrap-anywhere whitespace-pre-line text-md leading-relaxed">{terms.text}</p>
    </article>
  );
}
