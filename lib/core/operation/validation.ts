import type { z } from "zod";
import type { FieldError } from "@/lib/core/errors";

/** Zod's issues as field errors: path, stable code, and a message that never quotes what was received. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue)).slice(0, 50);
}

function fromIssue(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [path, safeKey(key)].filter(Boolean).join("."),
      code: "unknown_key",
      message: "is not a field of this input",
    }));
  }
  return [{ path, code: issue.code, message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `must be ${article(issue.expected)}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small" || issue.code === "too_big") return bound(issue);
  // Custom and format messages are written by us.
  return issue.message.replace(/,? received .*/i, "");
}

function bound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  const unit = issue.origin === "string" ? " characters" : issue.origin === "array" ? " items" : "";
  return issue.origin === "string" || issue.origin === "array"
    ? `must have ${limit}${unit}`
    : `must be ${limit}`;
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

/** Keys are the caller's text: shortened and stripped before they are quoted back or logged. */
function safeKey(key: string): string {
  return key.replace(/[^\w.-]/g, "?").slice(0, 60);
}
