import "server-only";
import { cookies } from "next/headers";
import { isSecure } from "@/lib/core/http/hosts";
import { safeNextPath } from "@/lib/doors/next-path";

/** Where the person wanted to go, while they are at a provider: nothing is decided by it, and it is checked on the way back. */
function cookie() {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 900 } as const;
  return { name: `${secure ? "__Host-" : ""}panel1.next`, options };
}

export async function rememberNext(next: unknown): Promise<void> {
  const { name, options } = cookie();
  const path = safeNextPath(next);
  (await cookies()).set(name, path ?? "", path === undefined ? { ...options, maxAge: 0 } : options);
}

export async function rememberedNext(): Promise<string | undefined> {
  const { name, options } = cookie();
  const jar = await cookies();
  const path = safeNextPath(jar.get(name)?.value);
  jar.set(name, "", { ...options, maxAge: 0 });
  return path;
}
