import type { Choice } from "./choice";

const key = "panel1.recent";
const most = 6;

/** What was last gone to, newest first. Kept for this tab and no longer: names of clients do not stay behind on a machine. */
export function recentChoices(): Choice[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "[]") as unknown;
    return Array.isArray(kept) ? kept.filter(isChoice).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberChoice({ href, label, hint }: Choice): void {
  const others = recentChoices().filter((one) => one.href !== href);
  const kept = [{ href, label, ...(hint && { hint }) }, ...others].slice(0, most);
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing goes without.
  }
}

function isChoice(value: unknown): value is Choice {
  const { href, label } = (value ?? {}) as Partial<Choice>;
  return typeof label === "string" && typeof href === "string" && /^\/(?!\/)/.test(href);
}
