import type { FieldError } from "@/lib/core/errors";

/** A request that is not understood at all: refused before any operation is asked. */
export class MalformedRequest extends Error {
  override name = "MalformedRequest";

  constructor(
    readonly status: 400 | 413 | 415,
    /** Stable, `http.…`. */
    readonly code: string,
    message: string,
    readonly fields: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

/** Names that reach an object's prototype when they are assigned carelessly: refused at every depth, in every form of input. */
export function isPrototypeKey(key: string): boolean {
  return key === "__proto__" || key === "constructor" || key === "prototype";
}
