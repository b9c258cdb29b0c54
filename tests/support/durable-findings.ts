import type pg from "pg";

/** When the effect of each step of each run began, by `run/step`, on one clock. */
export type Effects = Map<string, number[]>;

type Given = {
  effects: Effects;
  /** Each strike: from the blow until all was up again, and how many runs were open at the blow. */
  struckAt: { from: number; to: number; open: number }[];
  runs: number;
  steps: number;
};

/** What the protocol promises, counted. */
export type Findings = {
  strikes: number;
  /** Strikes that met work under way; the others prove nothing. */
  strikesUnderWork: number;
  runs: number;
  /** Runs that did not complete with the right result. */
  runsLost: number;
  /** Steps whose result is not recorded exactly once. */
  stepsNotRecordedOnce: number;
  /** Steps whose effect never happened. */
  effectsMissing: number;
  effects: number;
  /** Effects that happened again, because a strike met the step under way. */
  effectsRepeated: number;
  /** Those of them that no strike explains: a defect. */
  effectsRepeatedWithoutStrike: number;
  /** Jobs, calls and events that are still open when all runs have ended. */
  leftOpen: number;
  /** Milliseconds from a blow to the next effect: half of the strikes took less. */
  recoveryMs: { p50: number; max: number };
  exitCode?: number | null;
};

/** Compares what happened with what is recorded. */
export async function findingsOf(
  owner: pg.Pool,
  { effects, struckAt, runs, steps }: Given,
): Promise<Findings> {
  const starts = [...effects.values()];
  const all = starts.flat().sort((a, b) => a - b);
  const recovery = struckAt.flatMap(({ from, to }) => {
    const next = all.find((at) => at > to);
    return next === undefined ? [] : [next - from];
  });
  recovery.sort((a, b) => a - b);
  const again = starts.flatMap((times) => times.slice(1).map((at, n) => ({ from: times[n] ?? 0, to: at })));
  const explained = again.filter(({ from, to }) =>
    struckAt.some((strike) => strike.to > from && strike.from < to),
  );
  return {
    strikes: struckAt.length,
    strikesUnderWork: struckAt.filter(({ open }) => open > 0).length,
    runs,
    effectsMissing: runs * steps - effects.size,
    effects: all.length,
    effectsRepeated: again.length,
    effectsRepeatedWithoutStrike: again.length - explained.length,
    recoveryMs: { p50: recovery[recovery.length >> 1] ?? 0, max: recovery.at(-1) ?? 0 },
    ...(await recorded(owner, runs, steps)),
  };
}

async function recorded(owner: pg.Pool, runs: number, steps: number) {
  const { rows } = await owner.query(
    `select
       $1::int - (select count(distinct e.payload->'data'->>'run')::int from durable.runs r
                  join durable.events e on e.id = r.event_id
                  where r.status = 'completed' and r.output::text = $3) as runs_lost,
       abs($1::int * $2::int - (select count(*)::int from durable.steps where position is not null))
         + (select count(*)::int from (
              select run_id, position from durable.steps group by 1, 2 having count(*) > 1) twice) as not_once,
       (select count(*)::int from durable.calls where state <> 'done')
         + (select count(*)::int from durable_queue._private_jobs where attempts < max_attempts)
         + (select count(*)::int from outbox_events where sent_at is null) as open`,
    [runs, steps, String((steps * (steps - 1)) / 2)],
  );
  const { runs_lost: runsLost, not_once: stepsNotRecordedOnce, open: leftOpen } = rows[0];
  return { runsLost, stepsNotRecordedOnce, leftOpen };
}
