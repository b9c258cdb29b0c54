import { expect, test } from "vitest";
import { loadConfig } from "@/lib/core/config/load";
import { below, documents, foreign, read, sample, settingNames, settings, variables } from "./support";

const compose = read("compose.yaml");
const deployPage = read("docs/operators/deploy.md");

/** Variables that the compose file asks of `.env`, and refuses to start without. */
const asked = new Set([...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name as string));

const button = new URL(/\]\((https:\/\/vercel\.com\/new\/clone[^)]+)\)/.exec(read("README.md"))?.[1] ?? "");
const buttonNames = (button.searchParams.get("env") ?? "").split(",");

test("the compose file gives Panel1 what Panel1 reads, and Panel1 accepts it", () => {
  const given = variables(below(compose, "x-panel1"));
  expect(Object.keys(given).filter((name) => !settingNames.has(name))).toEqual([]);

  const environment = Object.entries(given).map(([name, value]) => [name, sample[name] ?? filledIn(value)]);
  expect(() => loadConfig(Object.fromEntries(environment))).not.toThrow();
});

test("every variable in the compose file is Panel1's or listed as somebody else's", () => {
  const named = [...Object.keys(variables(compose)), ...compose.matchAll(/\$\{([A-Z_]+)/g)].map((found) =>
    typeof found === "string" ? found : (found[1] as string),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !settingNames.has(name) && !(name in foreign))).toEqual([]);
});

test("the deploy page makes every secret that the compose file asks for", () => {
  const made = /cat > \.env <<END\n([\s\S]*?)\nEND/.exec(deployPage)?.[1] ?? "";
  const names = [...made.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name as string);
  expect([...asked].filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !compose.includes(`\${${name}`))).toEqual([]);
});

test("the workflow checks the compose file with all that it asks for", () => {
  const workflow = variables(read(".github/workflows/ci.yml"));
  expect(Object.keys(workflow).sort()).toEqual([...asked].sort());
});

test("the image sets what Panel1 reads, and nothing secret", () => {
  const set = [...read("Dockerfile").matchAll(/^(?:ENV| {4,}) *([A-Z][A-Z0-9_]*)=/gm)].map(
    ([, name]) => name as string,
  );
  expect(set.length).toBeGreaterThan(2);
  const secret = new Set(settings.filter((setting) => setting.secret).map(({ name }) => name));
  expect(set.filter((name) => secret.has(name))).toEqual([]);
  expect(set.filter((name) => !settingNames.has(name) && !(name in foreign))).toEqual([]);
});

test("the deploy button asks for what Panel1 needs on Vercel, and Panel1 accepts it", () => {
  expect(buttonNames.filter((name) => !settingNames.has(name))).toEqual([]);
  for (const { name, isRequired } of settings) if (isRequired) expect(buttonNames).toContain(name);

  const defaults = JSON.parse(button.searchParams.get("envDefaults") ?? "{}") as Record<string, string>;
  const environment = Object.fromEntries(buttonNames.map((name) => [name, defaults[name] ?? sample[name]]));
  expect(loadConfig(environment)).toMatchObject({
    RATE_LIMIT_STORE: "postgres",
    DATABASE_POOL_MAX: 2,
    TRUST_PROXY: ["vercel"],
  });
});

test("the deploy page and the README explain every variable that the button asks for", () => {
  const section = deployPage.slice(deployPage.indexOf("## Vercel"));
  const table = section.slice(0, section.indexOf("\n## "));
  for (const name of buttonNames) {
    expect(table, name).toContain(`\`${name}\``);
    expect(read("README.md"), name).toContain(`\`${name}\``);
  }
  expect(button.searchParams.get("envLink")).toMatch(/docs\/operators\/deploy\.md#vercel$/);
});

test("every variable that a document names exists", () => {
  const unknown = documents().flatMap((file) =>
    variablesIn(read(file))
      .filter((name) => !settingNames.has(name) && !(name in foreign))
      .map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

/** Names with an underscore in backticks, and assignments in code. */
function variablesIn(text: string): string[] {
  const named = text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=[^`]*)?`/g);
  const assigned = text.matchAll(/^(?:Environment=)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)=/gm);
  return [...named, ...assigned].map(([, name]) => name as string);
}

/** A value of the compose file as it is when `.env` leaves it to its default. */
function filledIn(value: string): string {
  return value.replace(/\$\{[A-Z_]+:-([^}]*)\}/g, "$1").replace(/\$\{[A-Z_]+:\?[^}]*\}/g, "a".repeat(48));
}
