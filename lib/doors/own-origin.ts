import "server-only";
import { headers } from "next/headers";
import { isKnownHost, isSecure } from "@/lib/core/http/hosts";
import { UnknownHost } from "@/lib/doors/errors";

/** The origin that this request was sent to, when it is one of ours: what passkeys and providers are bound to. */
export async function ownOrigin(): Promise<string> {
  const host = (await headers()).get("host");
  if (!(await isKnownHost(host))) throw new UnknownHost();
  return `${isSecure() ? "https" : "http"}://${host?.toLowerCase()}`;
}
