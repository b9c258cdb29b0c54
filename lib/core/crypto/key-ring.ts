import { config } from "@/lib/core/config/load";

/** Keys for values encrypted at rest. The first encrypts; all of them decrypt. */
export type KeyRing = { readonly currentId: string; readonly keys: ReadonlyMap<string, Buffer> };

/** Reads `id:key,id:key`, each key 32 bytes in base64url. Throws when an id repeats or a key has another length. */
export function parseKeyRing(text: string): KeyRing {
  const pairs = text.split(",").map((pair) => {
    const [id = "", key = ""] = pair.split(":");
    return [id, Buffer.from(key, "base64url")] as const;
  });
  const keys = new Map(pairs);

  if (keys.size !== pairs.length) throw new Error("ENCRYPTION_KEYS names a key id twice.");
  if (pairs.some(([, key]) => key.length !== 32))
    throw new Error("ENCRYPTION_KEYS holds a key that is not 32 bytes.");
  return { currentId: (pairs[0] as readonly [string, Buffer])[0], keys };
}

export function keyRing(): KeyRing {
  return parseKeyRing(config().ENCRYPTION_KEYS);
}
