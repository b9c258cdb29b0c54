/** Where people look after their own account, by kind of person. */
export function securityPath(kind: "STAFF" | "CLIENT"): `/${string}` {
  return kind === "STAFF" ? "/admin/settings/security" : "/portal/security";
}
