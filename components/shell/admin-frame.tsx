import type { ReactNode } from "react";
import { AdminSidebar, type AdminSidebarProps } from "./admin-sidebar";
import { BottomNavigation } from "./bottom-navigation";
import { SkipLink } from "./skip-link";

interface AdminFrameProps extends AdminSidebarProps {
  skipLabel: string;
  /** Opens the sheet with all areas on a phone, such as "More". */
  moreLabel: string;
  /** The <TopBar>. */
  topBar: ReactNode;
  children: ReactNode;
}

/** Staff's frame: sidebar, top bar, the page; on a phone the areas move to the bottom. */
export function AdminFrame({ skipLabel, moreLabel, topBar, children, ...sidebar }: AdminFrameProps) {
  return (
    <div data-slot="admin-frame" className="flex min-h-dvh">
      <SkipLink label={skipLabel} />
      <AdminSidebar {...sidebar} />
      <div className="flex min-w-0 flex-1 flex-col">
        {topBar}
        <main
          id="main"
          tabIndex={-1}
          className="flex-1 px-4 pt-5 pb-24 outline-none sm:px-6 sm:pt-6 md:pb-10"
        >
          {children}
        </main>
      </div>
      <BottomNavigation groups={sidebar.groups} label={sidebar.labels.navigation} moreLabel={moreLabel} />
    </div>
  );
}
