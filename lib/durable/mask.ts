import { maskSecrets } from "@/lib/core/operation/mask";

/**
 * Payloads of runs as staff may see them. Functions carry whatever their authors gave them, so a secret is known twice: by the name
 * of its field, and by the shape of its value wherever it stands, in the middle of an error's text too.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, "[masked]"],
  // JSON Web Tokens.
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, "[masked]"],
  // Keys that name themselves: sk_live_..., whsec_..., ghp_..., xoxb-..., AKIA..., re_..., signkey-prod-...
  [/\b(?:sk|rk|pk|whsec|ghp|gho|ghs|glpat|xox[abprs]|re|npm|signkey)[_-][\w-]{16,}/g, "[masked]"],
  [/\bgithub_pat_\w{20,}/g, "[masked]"],
  [/\bAKIA[0-9A-Z]{16}\b/g, "[masked]"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, "$1 [masked]"],
  [/(:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}@/g, "$1[masked]@"],
  [/([?&](?:[\w-]*(?:token|secret|password|signature|key))=)[^\s&#"']+/gi, "$1[masked]"],
  [/\botpauth:\/\/\S+/g, "[masked]"],
  [/\$(?:2[aby]|argon2(?:id|i|d)|scrypt)\$[\w$./=,+-]{20,}/g, "[masked]"],
];

const cardLike = /(?<![\d.-])(?:\d[ -]?){12,18}\d(?![\d.-])/g;
const mask = "[masked]";
const secretName = /authorization|cookie|api_?-?key|passwd|passphrase|\bpin\b|otp|iban/i;

/** JSON with secrets masked, and cut where it is too long to be read. */
export function maskPayload(value: unknown): unknown {
  return cut(maskDeep(maskSecrets(value)));
}

export function maskText(text: string): string {
  const masked = shapes.reduce((done, [shape, by]) => done.replace(shape, by), text);
  return masked.replace(cardLike, (digits) => (isCardNumber(digits) ? mask : digits));
}

function maskDeep(value: unknown): unknown {
  if (typeof value === "string") return maskText(value);
  if (Array.isArray(value)) return value.map(maskDeep);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secretName.test(key) && inner !== null ? mask : maskDeep(inner),
    ]),
  );
}

const most = { characters: 64_000, shown: 4_000 };

/** What is longer than anybody reads is shown as the beginning of its text. */
function cut(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text === undefined || text.length <= most.characters) return value;
  return `${text.slice(0, most.shown)}… [${text.length} characters]`;
}

/** By the check digit (Luhn), so that order numbers and instants stay readable. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return /^[3-6]/.test(text) && sum % 10 === 0;
}
