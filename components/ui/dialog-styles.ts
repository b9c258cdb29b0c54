/** Looks shared by dialogs and confirmations. */
export const dialogScrim =
  "fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export const dialogViewport =
  "fixed inset-0 z-50 grid items-end overflow-y-auto overscroll-contain pt-12 sm:place-items-center sm:p-6";

export const dialogPopup = [
  "w-full rounded-t-surface bg-overlay shadow-float outline-none sm:rounded-surface",
  "transition duration-150 ease-out data-ending-style:opacity-0 data-starting-style:opacity-0",
  "data-starting-style:translate-y-3 sm:data-starting-style:translate-y-0 sm:data-starting-style:scale-98",
  "max-sm:pb-[env(safe-area-inset-bottom)]",
].join(" ");
