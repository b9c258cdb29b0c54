/** Form of an API key: `p1_` and 32 random bytes in base64url. The beginning is kept, so that people can tell keys apart. */
const form = /^p1_[A-Za-z0-9_-]{43}$/;
const prefixLength = 11;

export function isApiKeySecret(text: string): boolean {
  return form.test(text);
}

/** The part of a secret that may be shown again: `p1_` and eight characters. */
export function apiKeyPrefix(secret: string): string {
  return secret.slice(0, prefixLength);
}
