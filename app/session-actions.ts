"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { endBrowserSession } from "@/lib/auth/next-auth";
import { setLanguage } from "@/lib/auth/operations/set-language";
import { signOut } from "@/lib/auth/operations/sign-out";
import { actorForSession } from "@/lib/auth/session-actor";
import { isSecure } from "@/lib/core/http/hosts";
import { serverAction } from "@/lib/doors/server-action";
import { isLocale, localeCookie } from "@/lib/i18n/locales";

const yearSeconds = 365 * 86_400;
const endSession = serverAction(signOut);
const keepLanguage = serverAction(setLanguage);

/** Remembers a language in this browser, and with the person who is signed in. */
export async function chooseLanguageAction(language: string): Promise<void> {
  if (!isLocale(language)) return;
  const options = {
    path: "/",
    maxAge: yearSeconds,
    sameSite: "lax",
    httpOnly: true,
    secure: isSecure(),
  } as const;
  (await cookies()).set(localeCookie, language, options);

  if (await actorForSession()) await keepLanguage({}, formOf({ language }));
}

/** Ends the session, in the database and in this browser. A session that has ended already is no reason to stay. */
export async function signOutAction(): Promise<void> {
  const { error } = await endSession({}, new FormData());
  // Asked for by another site: nothing was ended, and nothing is taken away.
  if (error?.code === "core.foreign_origin") return;

  await endBrowserSession();
  redirect("/sign-in");
}

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
