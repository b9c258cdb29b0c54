import { headers } from "next/headers";

/** Facts of a page for machines, in the vocabulary of schema.org. What people typed cannot end the element (S-12). */
export async function StructuredData({ facts }: { facts: Readonly<Record<string, unknown>> }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
  return (
    <script type="application/ld+json" nonce={nonce}>
      {json}
    </script>
  );
}
