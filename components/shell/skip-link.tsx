/** First thing that Tab reaches: past the navigation, to `<main id="main">`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      data-slot="skip-link"
      className="fixed start-3 top-3 z-80 rounded-control bg-inverse px-3 py-2 font-medium text-inverse-text not-focus-visible:sr-only"
    >
      {label}
    </a>
  );
}
