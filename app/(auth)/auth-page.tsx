import "server-only";
import type { ReactNode } from "react";
import { currentSign } from "@/app/brand";
import { chooseLanguageAction } from "@/app/session-actions";
import { Preferences } from "@/components/account/preferences";
import { MessagesFor } from "@/components/i18n/messages-for";
import { AuthFrame } from "@/components/shell/auth-frame";

interface AuthPageProps {
  title: ReactNode;
  description?: ReactNode;
  /** Below the surface: the other way in, a way back. */
  aside?: ReactNode;
  size?: "narrow" | "wide";
  children: ReactNode;
}

/** One question under the company's name, with language and theme at the foot. */
export async function AuthPage({ children, ...frame }: AuthPageProps) {
  return (
    <AuthFrame
      brand={await currentSign()}
      footer={<Preferences onChooseLanguage={chooseLanguageAction} />}
      {...frame}
    >
      <MessagesFor parts={["signIn", "accounts"]}>{children}</MessagesFor>
    </AuthFrame>
  );
}

/** Of pages whose address is a secret until it is used: it travels to no other site. */
export const secretAddress = { referrer: "no-referrer" } as const;
