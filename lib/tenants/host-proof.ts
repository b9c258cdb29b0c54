import "server-only";
import { createHmac } from "node:crypto";
import { config } from "@/lib/core/config/load";

/** What the record must say for a company to have a host: nobody else's record says the same. Nothing of it is secret. */
export function hostProof(tenantId: string, host: string): string {
  const proof = createHmac("sha256", config().AUTH_SECRET).update(`host-proof:${tenantId}:${host}`);
  return `panel1=${proof.digest("base64url").slice(0, 32)}`;
}
