import { Refusal } from "@/lib/core/errors";
import { perform } from "@/lib/core/operation/run";
import { type Company, startCompany } from "./company";
import { quantile } from "./measure";
import { once } from "./once";
import { type Question, questionsFor } from "./questions";
import { type Recorded, recorded, type Statement } from "./recorder";
import { readRecords } from "./records";
import type { BenchCase, BenchDefinition, Measure } from "./types";

const goals = { p95Ms: 5, maxMs: 50, scannedRows: 10_000, repeats: 3 };
const calls = 25;

let company: Company | undefined;
let questions: Question[] = [];
/** Goes on over all rounds, so that each change meets a record of its own. */
let call = 0;

/** Every statement that the operations of the registry send, on a large database, under the application role. */
export const bench: BenchDefinition = {
  name: "queries",
  description: "every SQL statement of every operation, against the durations that people do not notice",
  async setup({ size }) {
    company = await startCompany({ size, progress: (step) => console.log(`… ${step}`) });
    questions = questionsFor(company, await readRecords(company));
    console.log(
      `… ${questions.length} ways to call ${new Set(questions.map((q) => q.operation)).size} operations\n`,
    );
    for (const question of questions) await ask(question, 3);
  },
  async teardown() {
    await company?.stop();
    company = undefined;
  },
  cases: () => [
    ...questions.map(byQuestion),
    { ...counted("statements that read whole tables", wholeTableReads), unit: "queries" },
    { ...counted("statements repeated per row (N+1)", repeatedStatements), unit: "queries" },
    { ...counted("calls with more than one transaction", manyTransactions), unit: "calls" },
    bounded("p95 of all statements", goals.p95Ms, allDurations(0.95)),
    bounded("slowest of all statements, median of rounds", goals.maxMs, allDurations(1)),
  ],
};

/** Calls an operation some times over; a refusal is an answer, too. */
async function ask({ operation, input, actor }: Question, times: number, options?: { readScans: boolean }) {
  const all: Recorded[] = [];
  let mostTransactions = 0;
  for (let time = 0; time < times; time += 1) {
    const n = call++;
    const transactions = await recorded(async () => {
      try {
        await perform(operation, input(n), { actor: actor(n) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }, options);
    mostTransactions = Math.max(mostTransactions, transactions.length);
    all.push(...transactions);
  }
  return { all, mostTransactions };
}

const durations = new Map<Question, number[][]>();

/** The slowest statement of each call: its 95th percentile over the calls. */
function byQuestion(question: Question): BenchCase {
  return bounded(question.title, goals.p95Ms, async () => {
    const { all } = await ask(question, calls);
    const perCall = all.map(({ statements }) => Math.max(0, ...statements.map(({ ms }) => ms)));
    durations.set(question, [
      ...(durations.get(question) ?? []),
      all.flatMap(({ statements }) => statements.map((s) => s.ms)),
    ]);
    perCall.sort((a, b) => a - b);
    return { value: quantile(perCall, 0.95), p50: quantile(perCall, 0.5), p99: quantile(perCall, 0.99) };
  });
}

function bounded(title: string, limitMs: number, ours: () => Promise<Measure>): BenchCase {
  const limit = async () => ({ value: limitMs });
  return { case: title, unit: "ms", better: "lower", ours, limit, goal: 1, floor: goals.maxMs / limitMs };
}

function counted(title: string, count: () => Promise<number>): BenchCase {
  const ours = async () => ({ value: await count() });
  const limit = async () => ({ value: 0 });
  return { case: title, unit: "", better: "lower", ours, limit, goal: 1, floor: 1 };
}

function allDurations(share: number): () => Promise<Measure> {
  let round = 0;
  return async () => {
    const sorted = [...durations.values()].flatMap((rounds) => rounds[round] ?? []).sort((a, b) => a - b);
    round += 1;
    return { value: quantile(sorted, share), p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  };
}

/** Looked at once; the rounds after give the same figure. */
const findings = once(async () => {
  const scans: string[] = [];
  const repeats: string[] = [];
  const many: string[] = [];
  for (const question of questions) {
    const { all, mostTransactions } = await ask(question, 3, { readScans: true });
    for (const { scanned, statements } of all) {
      for (const [table, rows] of Object.entries(scanned)) {
        if (rows > goals.scannedRows) scans.push(`${question.title}: ${rows} rows of ${table}`);
      }
      for (const text of repeated(statements)) repeats.push(`${question.title}: ${text.slice(0, 100)}`);
    }
    if (mostTransactions > 1) many.push(`${question.title}: ${mostTransactions} transactions`);
  }
  for (const finding of new Set([...scans, ...repeats, ...many])) console.log(`  ${finding}`);
  const questionsIn = (found: string[]) => new Set(found.map((finding) => finding.split(": ")[0])).size;
  return { scans: questionsIn(scans), repeats: questionsIn(repeats), many: questionsIn(many) };
});

const wholeTableReads = async () => (await findings()).scans;
const repeatedStatements = async () => (await findings()).repeats;
const manyTransactions = async () => (await findings()).many;

function repeated(statements: Statement[]): string[] {
  const times = new Map<string, number>();
  for (const { text } of statements) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].filter(([, count]) => count > goals.repeats).map(([text]) => text);
}
