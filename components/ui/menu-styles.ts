/** Looks shared by menus and their entries. */
export const menuPopupStyles =
  "floats max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto p-1 outline-none";

export const menuItemStyles = [
  "flex min-h-8 cursor-pointer select-none items-center gap-2 rounded-control px-2 py-1 text-base outline-none",
  "data-highlighted:bg-surface-muted data-disabled:cursor-not-allowed data-disabled:text-subtle pointer-coarse:min-h-11",
  "[&_svg]:size-4 [&_svg]:shrink-0 [&>svg]:text-subtle",
].join(" ");
