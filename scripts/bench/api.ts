import { spawnSync } from "node:child_process";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { perform, run } from "@/lib/core/operation/run";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import { ensureBuilt } from "../build.mjs";
import { type Company, startCompany } from "./company";
import { type LimitApp, type LimitRoute, startLimitApp } from "./limit-app";
import { load } from "./load";
import { type Question, questionsFor } from "./questions";
import { recorded } from "./recorder";
import { readRecords } from "./records";
import type { BenchCase, BenchDefinition } from "./types";

const connections = [1, 16, 64];

let company: Company | undefined;
let app: RunningApp | undefined;
let limit: LimitApp | undefined;
let secret = "";
let routes: { question: Question; path: string; name: string }[] = [];

/** Every route of the REST API that reads, as a machine asks it: with a key, over HTTP, through all that stands in front. */
export const bench: BenchDefinition = {
  name: "api",
  description:
    "answers per second of each reading route on one core, against a bare Next handler with the same SQL",
  async setup({ size }) {
    await ensureBuilt();
    company = await startCompany({ size, progress: (step) => console.log(`… ${step}`) });
    const { actor, databaseUrl } = company;
    routes = questionsFor(company, await readRecords(company)).flatMap(toRoute);
    secret = (await run(createApiKey, { name: "Bench", scopes: ["*"] }, { actor })).secret;

    const core = spawnSync("taskset", ["--version"]).status === 0 ? 0 : undefined;
    console.log("… the bare application");
    // One after the other: the recorder listens to the whole process.
    const bare: LimitRoute[] = [];
    for (const route of routes) bare.push(await withStatements(route));
    limit = await startLimitApp(databaseUrl, actor.tenantId, bare, core);
    console.log(
      core === undefined ? "… not bound to a core: taskset is missing\n" : "… each bound to one core\n",
    );
    app = await startApp({
      databaseUrl,
      ...(core !== undefined && { core }),
      hasDurableWork: false,
      env: {
        AUTH_SECRET: process.env.AUTH_SECRET as string,
        ENCRYPTION_KEYS: process.env.ENCRYPTION_KEYS as string,
        RATE_LIMIT_KEY_PER_MINUTE: "1000000",
        RATE_LIMIT_ADDRESS_PER_MINUTE: "1000000",
      },
    });
  },
  async teardown() {
    await app?.stop();
    await limit?.stop();
    await company?.stop();
    app = limit = company = undefined;
  },
  cases: () => routes.flatMap((route) => connections.map((count) => toCase(route, count))),
};

/** One call of each route: a list as it comes, and the search of clients. */
function toRoute(question: Question): typeof routes {
  const { operation, title } = question;
  if (operation.http?.method !== "GET") return [];
  const isUsual = title === operation.name || title.endsWith("{}") || title.includes('"search":"ada"');
  if (!isUsual) return [];

  const input: Record<string, unknown> = { ...question.input(1) };
  let path: string = operation.http.path;
  for (const [name, value] of Object.entries(input)) {
    if (!path.includes(`{${name}}`)) continue;
    path = path.replace(`{${name}}`, String(value));
    delete input[name];
  }
  const query = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, String(value)]),
  ).toString();
  return [
    { question, path: `/api/v1${path}${query && `?${query}`}`, name: title.replace(/[^a-zA-Z]+/g, "-") },
  ];
}

async function withStatements({ question: { operation, input, actor }, name }: (typeof routes)[number]) {
  const transactions = await recorded(() => perform(operation, input(1), { actor: actor(1) }));
  return { name, statements: transactions.flatMap(({ statements }) => statements) };
}

function toCase({ question, path, name }: (typeof routes)[number], count: number): BenchCase {
  const { title } = question;
  return {
    case: `${title} c${count}`,
    unit: "1/s",
    better: "higher",
    goal: 0.7,
    floor: 0.35,
    ours: () => load(`${app?.url}${path}`, count, { authorization: `Bearer ${secret}` }),
    limit: () => load(`${limit?.url}/${name}`, count, {}),
  };
}
