import { expect, test } from "vitest";
import messages from "@/messages/en.json" with { type: "json" };
import { untranslated } from "@/tests/support/untranslated";
import { decoded, tags } from "./support/html";
import { app, first } from "./support/installation";
import type { OfRole } from "./support/prepare-roles";
import { inParallel, send } from "./support/request";
import { runScript } from "./support/run-script";

const people = await runScript<OfRole[]>("prepare-roles.ts", app.environment, [
  first.tenantId,
  first.clientId,
]);
const refused = messages.states.refused.title;

test.each(people.map((person) => [person.who, person] as const))(
  "every page that links lead to is there and whole: %s",
  { timeout: 300_000 },
  async (_, { start, language, cookie }) => {
    const visited: string[] = [];
    const kinds = new Set<string>();
    const odd: string[] = [];
    let waiting = [start as string];
    while (waiting.length > 0) {
      const found = await inParallel(waiting, 3, async (path) => {
        const answer = await send({ path, cookie });
        visited.push(path);
        const text = visibleText(answer.text);
        if (answer.status !== 200) odd.push(`${path}: ${answer.status}`);
        if (/NEXT_(?:HTTP_ERROR_FALLBACK|REDIRECT)/.test(answer.text)) odd.push(`${path}: is not there`);
        if (text.includes(refused)) odd.push(`${path}: refused`);
        if (!answer.text.includes(`<html lang="${language}"`)) odd.push(`${path}: in another language`);
        odd.push(...untranslated(text).map((key) => `${path}: ${key}`));
        return linksOf(answer.text);
      });
      waiting = [...new Set(found.flat())].filter((path) => {
        // One record of a kind.
        const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*");
        return !kinds.has(kind) && kinds.add(kind);
      });
    }
    expect(odd).toEqual([]);
    expect(visited.length).toBeGreaterThan(start === "/admin" ? 10 : 5);
    if (start === "/portal") expect(visited.filter((path) => path.startsWith("/admin"))).toEqual([]);
  },
);

/**
 * Paths of this site that are pages: no files, no doors of machines, nothing of the storefront, which is not all shown to everybody, and
 * not the form that whoever is signed in is sent on from.
 */
function linksOf(html: string): string[] {
  return (
    tags(html, "a")
      .filter(({ attributes }) => attributes.download === undefined)
      .map(({ attributes }) => new URL(attributes.href ?? "#", "http://here.example"))
      .filter(({ origin }) => origin === "http://here.example")
      // A tab is a page of its own.
      .map(({ pathname, search }) => pathname + (/^\?tab=\w+$/.test(search) ? search : ""))
      .filter((path) => !/^\/(?:api|_next|store|files)\/|^\/sign-in$|\.[a-z0-9]+$/.test(path))
  );
}

function visibleText(html: string): string {
  return decoded(
    html.replace(/<(script|style|template)\b[^>]*>[\s\S]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " "),
  );
}
