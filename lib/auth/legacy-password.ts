import "server-only";
import { createHash } from "node:crypto";

/**
 * Hashes that an import brings along from older systems are never kept bare: at import argon2id is put over them, and at the next
 * sign-in the password itself is hashed anew (S-36). What is stored then reads `scheme:salt:argon2id hash`, the salt in base64url.
 */
export const legacySchemes = ["md5", "md5_salt_first", "md5_salt_last", "sha1", "sha256"] as const;
export type LegacyScheme = (typeof legacySchemes)[number];

export type LegacyHash = {
  readonly scheme: LegacyScheme;
  /** As the older system kept it, in hexadecimal. */
  readonly digest: string;
  /** Of the salted schemes. */
  readonly salt?: string;
};

type StoredScheme = {
  readonly scheme: LegacyScheme | undefined;
  readonly salt: string;
  readonly hash: string;
};

const digestLength: Readonly<Record<LegacyScheme, number>> = {
  md5: 32,
  md5_salt_first: 32,
  md5_salt_last: 32,
  sha1: 40,
  sha256: 64,
};

/**
 * What is stored for an imported hash: argon2id over it. `hash` is `hashPassword`. Throws RangeError when the text is no digest of the
 * scheme, so that nothing unknown is taken for one.
 */
export async function wrapLegacyHash(
  { scheme, digest, salt = "" }: LegacyHash,
  hash: (text: string) => Promise<string>,
): Promise<string> {
  const text = digest.toLowerCase();
  if (!/^[0-9a-f]+$/.test(text) || text.length !== digestLength[scheme]) {
    throw new RangeError(`That is no ${scheme} hash.`);
  }
  return `${scheme}:${Buffer.from(salt).toString("base64url")}:${await hash(text)}`;
}

/** Takes apart what is stored: the scheme beneath, if any, and the argon2id hash. */
export function schemeOf(stored: string): StoredScheme {
  const [scheme, salt, hash] = stored.split(":");
  if (hash === undefined || !isLegacyScheme(scheme)) return { scheme: undefined, salt: "", hash: stored };
  return { scheme, salt: Buffer.from(salt ?? "", "base64url").toString(), hash };
}

/** The text that argon2id was put over: the password itself, or what the former system would have kept of it. */
export function beneath({ scheme, salt }: StoredScheme, password: string): string {
  switch (scheme) {
    case undefined:
      return password;
    case "md5":
    case "sha1":
    case "sha256":
      return hex(scheme, password);
    case "md5_salt_first":
      return hex("md5", salt + password);
    case "md5_salt_last":
      return hex("md5", password + salt);
  }
}

function hex(algorithm: "md5" | "sha1" | "sha256", text: string): string {
  return createHash(algorithm).update(text).digest("hex");
}

function isLegacyScheme(text: string | undefined): text is LegacyScheme {
  return (legacySchemes as readonly (string | undefined)[]).includes(text);
}
