import type { ReactNode } from "react";

interface TopBarProps {
  /** Where we are: the <Breadcrumb>. */
  children?: ReactNode;
  /** Search, opened by Ctrl/Cmd-K. */
  search?: ReactNode;
  /** Notifications, language, theme, person; in this order. */
  actions?: ReactNode;
}

/** Stays at the top of the admin. */
export function TopBar({ children, search, actions }: TopBarProps) {
  return (
    <header
      data-slot="top-bar"
      className="sticky top-0 z-30 flex h-14 shrink-0 items-center gap-3 border-b bg-background px-4 sm:px-6"
    >
      <div className="min-w-0 flex-1">{children}</div>
      {search}
      {actions && <div className="-me-1.5 flex items-center gap-1">{actions}</div>}
    </header>
  );
}
