import "server-only";
import { headers } from "next/headers";

/** Whether `proxy.ts` has led here because the host's company is suspended. */
export async function isHostRefused(): Promise<boolean> {
  const given = await headers();
  const nonce = given.get("x-nonce");
  return nonce !== null && nonce !== "" && given.get("x-panel1-suspended") === nonce;
}
