const secretName = /password|secret|token|hash|credential|private|authcode|auth_code|cvc|cvv|cardnumber/i;
const mask = "[masked]";

/**
 * A row as the audit log keeps it: JSON, with every value masked whose name says that it is a secret, at any depth.
 * Bigint becomes decimal text, Date an ISO instant, bytes nothing at all.
 */
export function maskSecrets(value: unknown, depth = 0): unknown {
  if (depth > 8) return "[too deep]";
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return mask;
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, depth + 1));
  if (value === null || typeof value !== "object") return value;

  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secretName.test(key) && inner !== null ? mask : maskSecrets(inner, depth + 1),
    ]),
  );
}
