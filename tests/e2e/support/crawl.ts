import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { open } from "./test";

const most = { pages: 160, records: 1 };

/**
 * Visits every page that can be reached by links from one page, each address once, without its query but for a tab's, and one record of a kind,
 * and looks at each. Returns the paths.
 */
export async function crawl(
  page: Page,
  from: string,
  look: (path: string) => Promise<void>,
): Promise<string[]> {
  const waiting = [from];
  const seen = new Set(waiting);
  const kinds = new Map<string, number>();
  const visited: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const before = kinds.get(kind) ?? 0;
    if (before >= (kind === path ? 1 : most.records)) continue;
    kinds.set(kind, before + 1);

    const status = await open(page, path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    await look(path);
    visited.push(path);
    if (visited.length > most.pages)
      throw new Error(`More than ${most.pages} pages: the crawl goes round in circles.`);

    for (const next of await linksOf(page)) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return visited;
}

/** Pages that differ in their record only. A template and a built-in role are records with a name for an id. */
function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
    .replace(/\/mail-templates\/[^/]+\/[^/]+$/, "/mail-templates/*/*")
    .replace(/\/roles\/(?!new$)[^/]+$/, "/roles/*");
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page.locator("a[href]").evaluateAll((anchors) =>
    anchors
      .map((anchor) => anchor as HTMLAnchorElement)
      .filter((anchor) => anchor.origin === location.origin && !anchor.hasAttribute("download"))
      // A tab is a page of its own.
      .map(({ pathname, search }) => pathname + (/^\?tab=\w+$/.test(search) ? search : "")),
  );
  // Files and the machine's door are no pages, and what is sold is another's crawl: not all of it is shown to everybody.
  return links.filter((path) => !/^\/(?:api|_next|store)\/|\.[a-z0-9]+$/.test(path.split("?")[0] ?? ""));
}

/** Patterns of the paths of an area's pages, from the folders that make them. */
export function routesBelow(folder: string): { route: string; pattern: RegExp }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`.replaceAll("\\", "/"))
    .filter((file) => file.endsWith("/page.tsx") && !file.includes("[..."))
    .map((file) => {
      const route = file
        .replace(/^app/, "")
        .replace(/\/page\.tsx$/, "")
        .replace(/\/\([^)]*\)/g, "");
      return { route, pattern: new RegExp(`^${route.replace(/\[[^\]]+\]/g, "[^/]+")}$`) };
    });
}
