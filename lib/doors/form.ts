import "server-only";
import { MalformedRequest } from "@/lib/core/http/malformed";
import { nest } from "@/lib/core/http/nested-names";
import type { Operation } from "@/lib/core/operation/operation";
import { coercerFor } from "@/lib/doors/coerce";

/** What was typed, by field name, to be shown again after a refusal. */
export type Typed = Record<string, string | string[]>;

const limits = { valueLength: 200_000, totalLength: 1_000_000 };
/** Hidden field that makes a double click harmless; not part of the input. */
const keyField = "idempotencyKey";
const secretName = /password|secret|token|otp|passcode/i;

/**
 * The operation's input from a form: names such as `address.city` or `lines[0].amount` nested, text coerced to what the schema
 * wants. Fields that React adds are left out; files are refused unless `acceptsFiles`. Throws MalformedRequest.
 */
export function inputFromForm(operation: Operation, form: FormData, acceptsFiles: boolean): unknown {
  const entries = ownEntries(form).filter(([name]) => name !== keyField);
  const total = entries.reduce((sum, [, value]) => sum + (typeof value === "string" ? value.length : 0), 0);
  if (total > limits.totalLength)
    throw new MalformedRequest(413, "http.form_too_large", "The form is too large.");

  for (const [, value] of entries) {
    if (typeof value !== "string" && !acceptsFiles) {
      throw new MalformedRequest(400, "http.unexpected_file", "This form takes no files.");
    }
    if (typeof value === "string" && value.length > limits.valueLength) {
      throw new MalformedRequest(413, "http.form_too_large", "A field of the form is too long.");
    }
  }
  return coercerFor(operation.input, "form")(nest(entries));
}

export function idempotencyKeyOf(form: FormData): string | undefined {
  const key = form.get(keyField);
  return typeof key === "string" && /^[\x20-\x7e]{1,255}$/.test(key) ? key : undefined;
}

/** Never holds a password or a file. */
export function typedValues(form: FormData): Typed {
  const typed: Typed = {};
  for (const [name, value] of ownEntries(form)) {
    if (typeof value !== "string" || secretName.test(name) || name === "__proto__") continue;
    const earlier = typed[name];
    typed[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return typed;
}

/** Without what React adds for itself, and without file inputs in which nothing was chosen. */
function ownEntries(form: FormData): [string, FormDataEntryValue][] {
  return [...form].filter(
    ([name, value]) =>
      !name.startsWith("$ACTION_") && (typeof value === "string" || value.size > 0 || value.name !== ""),
  );
}
