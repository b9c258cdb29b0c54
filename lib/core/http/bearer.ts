import { createHash, timingSafeEqual } from "node:crypto";

/** Whether `Authorization: Bearer` carries exactly `secret`. Compared as hashes, so that neither content nor length shows in the time. */
export function bearerIs(headers: Headers, secret: string): boolean {
  const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
