/** Browsers and systems by a word in the User-Agent header; the first that fits counts, since most claim to be several. */
const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["iPhone", "iOS"],
  ["iPad", "iPadOS"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** Names of browser and system, good enough to recognise one's own devices. Never used to decide anything. */
export function deviceOf(userAgent: string | null): { browser?: string; system?: string } {
  const named = (names: readonly (readonly [string, string])[]) =>
    names.find(([word]) => userAgent?.includes(word))?.[1];
  return { browser: named(browsers), system: named(systems) };
}

/** Browser and system in one line, for mails; undefined when neither is known. */
export function deviceName(userAgent: string | null): string | undefined {
  const { browser, system } = deviceOf(userAgent);
  return [browser, system].filter(Boolean).join(", ") || undefined;
}
