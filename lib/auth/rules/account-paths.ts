/** Where people look after their own account, by kind of person. */
export function securityPath(kind: "STAFF" | "CLIENT"): `/${string}` {
  return kind === "STAFF" ? "/admin/settings/security" : "/portal/security";
}

/** Where people go once they are in. */
export function homePath(kind: "STAFF" | "CLIENT"): `/${string}` {
  return kind === "STAFF" ? "/admin" : "/portal";
}
