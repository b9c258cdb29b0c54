/**
 * A host name as a company may claim it: lower case, at least two labels, no address, no port, without the final dot. Undefined when
 * the text is none. Names beyond ASCII are given in their `xn--` form, as browsers send them.
 */
export function claimedHost(text: string): string | undefined {
  const name = asciiName(text.trim().toLowerCase().replace(/\.$/, ""));
  if (name === undefined || name.length > 253) return undefined;

  const labels = name.split(".");
  const isName = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  const isAddress = /^\d+$/.test(labels.at(-1) ?? "");
  return isName && !isAddress && labels.length >= 2 ? name : undefined;
}

/** Browsers' own conversion; what is no host for them throws. */
function asciiName(text: string): string | undefined {
  if (text === "" || /[\s/:@?#\\[\]%]/.test(text)) return undefined;
  try {
    return new URL(`http://${text}/`).hostname;
  } catch {
    return undefined;
  }
}

/** Where the proof stands in the name system. */
export function proofName(host: string): string {
  return `_panel1.${host}`;
}

/** Whether one of the TXT records at `proofName` is the expected one. Long records come in parts. */
export function provesHost(records: readonly (readonly string[])[], expected: string): boolean {
  return records.some((parts) => parts.join("").trim() === expected);
}
