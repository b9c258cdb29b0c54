import type { ReactNode } from "react";

/** A part of the product that the navigation leads to. */
export interface Area {
  href: string;
  label: string;
  /** An icon element, such as <Users />: elements pass from server to client, components do not. */
  icon?: ReactNode;
  /** Something waiting there, such as open tickets. */
  count?: ReactNode;
  /** Current only at this very address, as for an overview whose address begins all others. */
  exact?: boolean;
}

export interface AreaGroup {
  label?: string;
  areas: readonly Area[];
}

/** Whether `pathname` lies in the area. */
export function isCurrentArea(area: Pick<Area, "href" | "exact">, pathname: string): boolean {
  if (pathname === area.href) return true;
  return !area.exact && pathname.startsWith(area.href.endsWith("/") ? area.href : `${area.href}/`);
}
