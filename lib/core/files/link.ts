import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { config } from "@/lib/core/config/load";

/** What a link opens, for whom, and until when (seconds since 1970). */
export type LinkTarget = {
  readonly kind: "client-file" | "export";
  readonly id: string;
  readonly tenantId: string;
  readonly actorId: string;
  readonly until: number;
};

/**
 * The path of a download: signed, so that no other can be guessed (S-11), for one person, and for a while. Whoever follows it is
 * still asked who they are, and whether they may.
 */
export function fileLink(
  target: Omit<LinkTarget, "until">,
  { now, minutes }: { now: Date; minutes: number },
): string {
  const until = Math.floor(now.getTime() / 1000) + minutes * 60;
  const body = [target.kind, target.id, target.tenantId, target.actorId, until.toString(36)].join(".");
  return `/files/${Buffer.from(body).toString("base64url")}.${signature(body)}`;
}

/** Undefined for whatever was not made by `fileLink`, or is past its time. */
export function readFileLink(token: string, now: Date): LinkTarget | undefined {
  const [encoded = "", given = "", ...more] = token.split(".");
  if (more.length > 0) return undefined;
  const body = Buffer.from(encoded, "base64url").toString("utf8");
  const [expected, received] = [Buffer.from(signature(body)), Buffer.from(given)];
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return undefined;

  const [kind, id, tenantId, actorId, until] = body.split(".") as [
    LinkTarget["kind"],
    string,
    string,
    string,
    string,
  ];
  const target = { kind, id, tenantId, actorId, until: Number.parseInt(until, 36) };
  return target.until * 1000 > now.getTime() ? target : undefined;
}

function signature(body: string): string {
  const key = Buffer.from(hkdfSync("sha256", config().AUTH_SECRET, "panel1", "file links", 32));
  return createHmac("sha256", key).update(body).digest("base64url");
}
