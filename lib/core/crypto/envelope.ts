import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyRing } from "@/lib/core/crypto/key-ring";

/** Where a ciphertext belongs. Bound into it, so that one copied to another tenant, row or column does not decrypt (F-40). */
export type Place = { readonly tenantId: string; readonly recordId: string; readonly column: string };

/** The value was altered, moved, or its key has left the ring. Says nothing of the content. */
export class Undecryptable extends Error {
  override name = "Undecryptable";
}

const version = "p1";

/**
 * Encrypts with AES-256-GCM under the ring's current key: `p1.<key id>.<nonce>.<ciphertext and tag>`, base64url.
 * The nonce is 96 random bits (NIST SP 800-38D, 8.2.2: at most 2^32 values under one key).
 */
export function encrypt(plaintext: string, place: Place, ring: KeyRing): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", ring.keys.get(ring.currentId) as Buffer, nonce);
  cipher.setAAD(associatedData(place, ring.currentId));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [version, ring.currentId, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** Throws Undecryptable for anything but an envelope made for this very place under a key of the ring. */
export function decrypt(envelope: string, place: Place, ring: KeyRing): string {
  const [found, keyId = "", nonce = "", body = ""] = envelope.split(".");
  const key = ring.keys.get(keyId);
  const sealed = Buffer.from(body, "base64url");
  if (found !== version || key === undefined || sealed.length < 16) throw new Undecryptable();

  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
      authTagLength: 16,
    });
    decipher.setAAD(associatedData(place, keyId));
    decipher.setAuthTag(sealed.subarray(-16));
    return decipher.update(sealed.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
  } catch {
    throw new Undecryptable();
  }
}

export function keyIdOf(envelope: string): string | undefined {
  return envelope.split(".")[1];
}

function associatedData({ tenantId, recordId, column }: Place, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([version, keyId, tenantId, recordId, column]), "utf8");
}
