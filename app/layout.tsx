import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { MessagesFor } from "@/components/i18n/messages-for";
import { UiProviders } from "@/components/ui/ui-providers";
import { directionOf } from "@/lib/i18n/locales";
import { currentBrand, currentSign } from "./brand";
import { Impersonation } from "./impersonation";

export async function generateMetadata(): Promise<Metadata> {
  const { name, iconSrc } = await currentSign();
  return {
    ...(iconSrc && { icons: { icon: iconSrc } }),
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false },
    // Rights are checked and figures are read at each request; a page that a phone "improves" would show wrong numbers.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e10" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, nonce, brand] = await Promise.all([
    getLocale(),
    getTranslations("shell"),
    headers().then((given) => given.get("x-nonce") ?? undefined),
    currentBrand(),
  ]);
  const dir = directionOf(locale);

  return (
    <html lang={locale} dir={dir} style={brandStyle(brand?.accent)} suppressHydrationWarning>
      <body>
        <MessagesFor>
          <UiProviders
            dir={dir}
            nonce={nonce}
            labels={{ notifications: t("notifications"), close: t("close") }}
          >
            <Impersonation />
            {children}
          </UiProviders>
        </MessagesFor>
      </body>
    </html>
  );
}

/** The company's colour; everything of the accent follows from it and stays legible (app/globals.css). */
function brandStyle(accent: string | null | undefined): CSSProperties | undefined {
  return accent ? ({ "--brand": accent } as CSSProperties) : undefined;
}
