import "server-only";
import { cookies } from "next/headers";
import { isSecure } from "@/lib/core/http/hosts";

const token = /^[A-Za-z0-9_-]{43}$/;

function cookie() {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return { name: `${secure ? "__Host-" : ""}panel1.cart`, options };
}

/** The token of this browser's cart; undefined when it has none. */
export async function cartToken(): Promise<string | undefined> {
  const held = (await cookies()).get(cookie().name)?.value;
  return held !== undefined && token.test(held) ? held : undefined;
}

/** For actions: pages cannot set cookies. */
export async function keepCart(made: string, expiresAt: string): Promise<void> {
  const { name, options } = cookie();
  (await cookies()).set(name, made, { ...options, expires: new Date(expiresAt) });
}
