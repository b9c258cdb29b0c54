import "server-only";
import { randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { isSecure } from "@/lib/core/http/hosts";

const yearSeconds = 365 * 86_400;

/**
 * What this browser's own cookie holds, by which an account knows it again once it has signed in. A browser without one is given one.
 * It proves nothing but that it is the same browser. For actions and route handlers: pages cannot set cookies.
 */
export async function browserSecret(): Promise<string> {
  const secure = isSecure();
  const name = `${secure ? "__Host-" : ""}panel1.browser`;
  const jar = await cookies();
  const held = jar.get(name)?.value;
  if (held !== undefined && /^[A-Za-z0-9_-]{43}$/.test(held)) return held;

  const made = randomBytes(32).toString("base64url");
  jar.set(name, made, { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: yearSeconds });
  return made;
}
