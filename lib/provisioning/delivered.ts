import type { Access } from "@/lib/provisioning/contract";

/** What staff say was delivered, without the lines that they left empty. */
export function accessOf(given: Readonly<Record<string, string | undefined>>): Access {
  const told = Object.entries(given).filter((line): line is [string, string] => Boolean(line[1]));
  return Object.fromEntries(told);
}
