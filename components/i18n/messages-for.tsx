import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What every client component may say. */
const everywhere = ["common", "errors", "shell"] as const;

/** Hands the client components below their messages: the common ones and the named parts, rather than the whole catalogue. */
export async function MessagesFor({
  parts = [],
  children,
}: {
  parts?: readonly string[];
  children: ReactNode;
}) {
  const all = (await getMessages()) as Record<string, unknown>;
  const messages = Object.fromEntries([...everywhere, ...parts].map((part) => [part, all[part]]));
  return <NextIntlClientProvider messages={messages as never}>{children}</NextIntlClientProvider>;
}
