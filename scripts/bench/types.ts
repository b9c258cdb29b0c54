/** What one measurement found. */
export type Measure = {
  /** In the case's unit; the one that counts for the ratio. */
  value: number;
  /** Milliseconds. */
  p50?: number;
  p99?: number;
};

export type BenchCase = {
  case: string;
  unit: string;
  better: "higher" | "lower";
  /** The product's own way. */
  ours(): Promise<Measure>;
  /** The best that this machine gives, or a figure that must not be passed. */
  limit(): Promise<Measure>;
  /** What ours / limit should reach: at least, or at most where lower is better. */
  goal: number;
  /** What must hold on any machine. */
  floor: number;
};

/** S is the usual size; L, by `--large`, about ten times as much. */
export type BenchSize = "S" | "L";

export type BenchContext = { size: BenchSize };

/** `npm run bench -- NAME`. A module of this folder exports one as `bench` and is listed in main.ts. */
export type BenchDefinition = {
  name: string;
  description: string;
  setup?(context: BenchContext): Promise<void>;
  /** Also called after a set-up that failed. */
  teardown?(): Promise<void>;
  /** A function where the cases follow from what was set up. */
  cases: BenchCase[] | (() => BenchCase[]);
};
