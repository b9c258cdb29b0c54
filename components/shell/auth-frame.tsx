import type { ReactNode } from "react";
import { type Brand, BrandMark } from "./brand-mark";

interface AuthFrameProps {
  brand: Brand;
  homeHref?: string;
  title: ReactNode;
  description?: ReactNode;
  /** Below the surface: the other way in, a way back. */
  aside?: ReactNode;
  /** At the foot of the window: language, theme, legal notice. */
  footer?: ReactNode;
  /** `wide` for set-up with several questions. */
  size?: "narrow" | "wide";
  children: ReactNode;
}

/** One question in the middle of the window: sign in, second factor, set up. */
export function AuthFrame({
  brand,
  homeHref = "/",
  title,
  description,
  aside,
  footer,
  size = "narrow",
  children,
}: AuthFrameProps) {
  return (
    <div
      data-slot="auth-frame"
      data-scale="comfortable"
      className="flex min-h-dvh flex-col items-center bg-surface px-4 sm:bg-background"
    >
      <main
        id="main"
        className={`flex w-full flex-1 flex-col justify-center py-10 ${size === "wide" ? "max-w-xl" : "max-w-sm sm:max-w-[26rem]"}`}
      >
        <BrandMark brand={brand} href={homeHref} className="mb-6 self-start sm:self-center" />
        <div className="sm:rounded-surface sm:border sm:bg-surface sm:p-8">
          <header className="mb-6 grid gap-1.5">
            <h1 className="font-semibold text-xl">{title}</h1>
            {description && <p className="text-pretty text-base text-muted">{description}</p>}
          </header>
          {children}
        </div>
        {aside && <div className="mt-5 text-base text-muted sm:text-center">{aside}</div>}
      </main>
      {footer && (
        <footer className="flex w-full items-center justify-center gap-2 py-4 text-sm text-subtle">
          {footer}
        </footer>
      )}
    </div>
  );
}
