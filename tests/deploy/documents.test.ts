import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { documents, npmScripts, read, scripts } from "./support";

const pages = documents();

test("every link within the documents leads somewhere, anchors included", () => {
  const broken = pages.flatMap((file) =>
    linksOf(file)
      .filter((link) => !leadsSomewhere(file, link))
      .map((link) => `${file}: ${link}`),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

test("every decision is in the index, in order and with its title", () => {
  const folder = "docs/decisions";
  const decisions = readdirSync(folder).filter((name) => /^\d{4}-.*\.md$/.test(name));
  const index = read(`${folder}/README.md`);
  const listed = [...index.matchAll(/^\| \[(\d{4})\]\((\S+)\)/gm)];
  expect(listed.map(([, , file]) => file)).toEqual(decisions.sort());
  for (const [, number, file] of listed) expect(read(`${folder}/${file}`)).toMatch(RegExp(`^# ${number} `));
});

test("every page of a folder is reached from its index", () => {
  for (const folder of ["docs/operators", "docs/developers"]) {
    const index = linksOf(`${folder}/README.md`).map((link) => link.split("#")[0]);
    const others = readdirSync(folder).filter((name) => name.endsWith(".md") && name !== "README.md");
    expect(others.filter((name) => !index.includes(name))).toEqual([]);
  }
});

test("every command that a document names exists", () => {
  const unknown = pages.flatMap((file) =>
    npmScripts(read(file))
      .filter((name) => !(name in scripts))
      .map((name) => `${file}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

test("every option of npm start that a document names is in its help", () => {
  const help = read("scripts/start/options.ts");
  const named = pages.flatMap((file) =>
    [...read(file).matchAll(/npm (?:start|run dev) --((?: --[a-z-]+(?: [^-\s`]\S*)?)+)/g)].flatMap(
      ([, options = ""]) => options.match(/--[a-z-]+/g) ?? [],
    ),
  );
  expect(new Set(named).size).toBeGreaterThan(2);
  expect([...new Set(named)].filter((option) => !help.includes(`  ${option}`))).toEqual([]);
});

test("every file and folder that a document names is there", () => {
  // What a build or a start makes is there on some machines and not on others.
  const made = [".next", ".panel1", "node_modules"];
  const roots = readdirSync(".")
    .filter((name) => !made.includes(name))
    .join("|")
    .replaceAll(".", "\\.");
  const missing = pages.flatMap((file) =>
    [...read(file).matchAll(RegExp(`\`((?:${roots})(?:/[^\`\\s]*)?)\``, "g"))]
      .map(([, named]) => named as string)
      .filter((named) => isPath(named) && !existsSync(named))
      .map((named) => `${file}: ${named}`),
  );
  expect(missing).toEqual([]);
});

/** Not a pattern, and not the name of an event (`clients/client.archived`). */
function isPath(named: string): boolean {
  const extension = /\.(\w+)$/.exec(path.basename(named))?.[1];
  const isFile =
    extension === undefined || /^(?:[cm]?[jt]sx?|json|md|sql|prisma|css|png|ya?ml)$/.test(extension);
  return named.includes("/") && isFile && !/[<>*…]/.test(named);
}

/** Links of a document to other files of the repository, code left aside. */
function linksOf(file: string): string[] {
  const text = read(file)
    .replace(/```[\s\S]*?```/g, "")
    .replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link as string)
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(file: string, link: string): boolean {
  const [place = "", anchor] = link.split("#");
  const target = place === "" ? file : path.join(path.dirname(file), place);
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** Anchors that headings get: lower case, punctuation dropped, blanks to hyphens. */
function anchorsOf(file: string): string[] {
  const headings = read(file).matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
