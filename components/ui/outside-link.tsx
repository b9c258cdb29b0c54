import type { ComponentProps } from "react";

type OutsideLinkProps = Omit<ComponentProps<"a">, "target" | "rel">;

/** A link whose address people have typed: opened apart, with no handle on our page, and not recommended to search engines (S-31). */
export function OutsideLink(given: OutsideLinkProps) {
  return <a {...given} target="_blank" rel="noopener noreferrer nofollow" />;
}
