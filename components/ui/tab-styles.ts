/** Looks shared by <Tabs> and <NavTabs>. */
export const tabListStyles = "flex gap-5 overflow-x-auto overflow-y-hidden border-b [scrollbar-width:none]";

export const tabStyles = [
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 font-medium text-base text-muted transition-colors",
  "hover:text-text focus-visible:rounded-sm focus-visible:outline-offset-[-2px] pointer-coarse:h-11",
].join(" ");
