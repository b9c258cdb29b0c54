import { median } from "./measure";
import type { BenchCase, BenchContext, BenchDefinition, Measure } from "./types";

const rounds = 3;

type Row = { bench: BenchCase; ours: Measure; limit: Measure; ratio: number };

/**
 * Measures ours and the limit in turn (A B A B ...), so that a slow moment of the machine meets both; prints a table of medians
 * and, as last line, one JSON object.
 */
export async function runBench(definition: BenchDefinition, context: BenchContext): Promise<void> {
  const { name, description } = definition;
  console.log(`${name}, size ${context.size}: ${description}\n`);
  try {
    await definition.setup?.(context);
    const cases = typeof definition.cases === "function" ? definition.cases() : definition.cases;
    const width = Math.max(...cases.map((one) => one.case.length), 4);

    console.log(head(width));
    const rows: Row[] = [];
    for (const one of cases) {
      const row = await measured(one);
      rows.push(row);
      console.log(line(row, width));
    }
    console.log(`\n${JSON.stringify({ bench: name, cases: rows.map(asJson) })}`);
  } finally {
    await definition.teardown?.();
  }
}

async function measured(bench: BenchCase): Promise<Row> {
  const found: { ours: Measure[]; limit: Measure[] } = { ours: [], limit: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.ours.push(await bench.ours());
    found.limit.push(await bench.limit());
  }
  const [ours, limit] = [middle(found.ours), middle(found.limit)];
  return { bench, ours, limit, ratio: ratioOf(ours.value, limit.value) };
}

function middle(measures: Measure[]): Measure {
  const of = (key: keyof Measure) => {
    const values = measures.flatMap((measure) => measure[key] ?? []);
    return values.length === 0 ? undefined : median(values);
  };
  const [p50, p99] = [of("p50"), of("p99")];
  return { value: of("value") ?? 0, ...(p50 !== undefined && { p50 }), ...(p99 !== undefined && { p99 }) };
}

/** Nothing where nothing is allowed is the whole of it. */
function ratioOf(ours: number, limit: number): number {
  return ours === limit ? 1 : ours / limit;
}

function verdict({ bench: { better, goal, floor }, ratio }: Row): string {
  const reaches = (bound: number) => (better === "higher" ? ratio >= bound : ratio <= bound);
  if (reaches(goal)) return "goal met";
  return reaches(floor) ? `floor held, goal ${goal}` : `missed, goal ${goal}, floor ${floor}`;
}

function head(width: number): string {
  const columns = ["ours", "limit", "ratio", "p50 ms", "p99 ms"].map((title) => title.padStart(10)).join("");
  return `${"case".padEnd(width)}  ${"unit".padEnd(8)}${columns}`;
}

function line(row: Row, width: number): string {
  const { bench, ours, limit, ratio } = row;
  const figures = [ours.value, limit.value, ratio, ours.p50, ours.p99].map((figure) =>
    text(figure).padStart(10),
  );
  return `${bench.case.padEnd(width)}  ${bench.unit.padEnd(8)}${figures.join("")}  ${verdict(row)}`;
}

function text(figure: number | undefined): string {
  if (figure === undefined) return "";
  if (!Number.isFinite(figure)) return "-";
  return figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3);
}

function asJson({ bench, ours, limit, ratio }: Row) {
  return { case: bench.case, unit: bench.unit, ours: ours.value, limit: limit.value, ratio };
}
