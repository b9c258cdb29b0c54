import { newId } from "@/lib/core/ids";

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The request's id: as the front gave it in `X-Request-Id` when that is well-formed, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && form.test(given) ? given : newId();
}
