import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** A new API key. It is shown once; only its hash is kept. */
export function newApiKeySecret(): string {
  return `p1_${randomBytes(32).toString("base64url")}`;
}

/** SHA-256: the secret has 256 random bits, so a slow hash would protect nothing and cost each request. */
export function hashApiKey(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
