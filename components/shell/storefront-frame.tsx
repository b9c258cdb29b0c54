import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { TopNavigation, type TopNavigationProps } from "./top-navigation";

interface StorefrontFrameProps extends TopNavigationProps {
  skipLabel: string;
  footer?: ReactNode;
  children: ReactNode;
}

/** Visitors' frame. The page decides its own width: plans stand side by side, terms are read. */
export function StorefrontFrame({ skipLabel, footer, children, ...navigation }: StorefrontFrameProps) {
  return (
    <div data-slot="storefront-frame" data-scale="comfortable" className="flex min-h-dvh flex-col bg-surface">
      <SkipLink label={skipLabel} />
      <TopNavigation {...navigation} />
      <main id="main" tabIndex={-1} className="w-full flex-1 outline-none">
        {children}
      </main>
      {footer}
    </div>
  );
}
