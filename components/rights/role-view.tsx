"use client";

import { RightMatrix } from "./right-matrix";
import type { RightGroup } from "./types";

/** The rights of a role that is not to be changed here. */
export function RoleView({
  groups,
  permissions,
}: {
  groups: readonly RightGroup[];
  permissions: readonly string[];
}) {
  return <RightMatrix groups={groups} chosen={new Set(permissions)} />;
}
