/** What every field that takes text shares, so that an input and a select stand level in a row. */
export const controlStyles = [
  "w-full min-w-0 rounded-control border border-border-strong bg-surface text-(length:--control-text) text-text",
  "transition-colors placeholder:text-subtle hover:border-subtle",
  "focus-visible:outline-offset-[-1px]",
  "data-invalid:border-danger-solid aria-invalid:border-danger-solid",
  "disabled:cursor-not-allowed disabled:border-border disabled:bg-surface-muted disabled:text-subtle",
  "data-disabled:cursor-not-allowed data-disabled:border-border data-disabled:bg-surface-muted data-disabled:text-subtle",
  "read-only:not-data-[slot=select]:bg-surface-muted",
].join(" ");
