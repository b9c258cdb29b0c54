import "server-only";
import type { ProviderKind } from "@/lib/auth/providers/rows";
import { config } from "@/lib/core/config/load";
import { type FieldError, InvalidInput } from "@/lib/core/errors";

type Issued = { readonly kind: ProviderKind; readonly issuer: string | null };

const microsoft = /^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0$/;

/**
 * The issuer as it is kept: none where the kind decides it. Microsoft's must name one directory: the common ones let anybody's
 * directory say what it likes about addresses. Throws InvalidInput.
 */
export function keptIssuer({ kind, issuer }: Issued): string | null {
  if (kind === "google" || kind === "github") return null;
  if (issuer === null) throw refused("too_small", "is missing");
  if (kind === "microsoft" && !microsoft.test(issuer)) {
    throw refused("invalid_format", "must be https://login.microsoftonline.com/<directory id>/v2.0");
  }
  if (!issuer.startsWith("https:") && !config().SIGN_IN_PROVIDERS_ON_LOOPBACK) {
    throw refused("invalid_format", "must be an https address");
  }
  return issuer;
}

function refused(code: string, message: string): InvalidInput {
  const field: FieldError = { path: "issuer", code, message };
  return new InvalidInput([field]);
}
