import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { TopNavigation, type TopNavigationProps } from "./top-navigation";

interface PortalFrameProps extends TopNavigationProps {
  skipLabel: string;
  footer?: ReactNode;
  children: ReactNode;
}

/** Clients' frame, with room for reading and for fingers. */
export function PortalFrame({ skipLabel, footer, children, ...navigation }: PortalFrameProps) {
  return (
    <div data-slot="portal-frame" data-scale="comfortable" className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      <TopNavigation {...navigation} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-list flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8"
      >
        {children}
      </main>
      {footer}
    </div>
  );
}
