/**
 * What a file is by its first bytes, never by its name or what the sender says: the types that browsers may be told of.
 * Anything else, markup and programs among it, is `application/octet-stream`: bytes to keep.
 */
export function mediaTypeOf(bytes: Uint8Array): string {
  const known = signatures.find(({ at = 0, magic }) =>
    magic.every((byte, index) => bytes[at + index] === byte),
  );
  if (known) return known.type;
  return isPlainText(bytes) ? "text/plain" : "application/octet-stream";
}

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const signatures: readonly { type: string; magic: number[]; at?: number }[] = [
  { type: "application/pdf", magic: ascii("%PDF-") },
  { type: "image/png", magic: [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a] },
  { type: "image/jpeg", magic: [0xff, 0xd8, 0xff] },
  { type: "image/gif", magic: ascii("GIF8") },
  { type: "image/webp", magic: ascii("WEBP"), at: 8 },
  { type: "application/zip", magic: [0x50, 0x4b, 0x03, 0x04] },
];

/** Text of no language that a browser or a server would run. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\n\r\t]/u.test(text) && !/<[!?/a-z%]|^#!/i.test(text);
  } catch {
    return false;
  }
}
