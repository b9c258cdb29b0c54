import { newId } from "@/lib/core/ids";
import { type Actor, systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { type ScratchDatabase, scratchDatabase } from "../db/scratch-database";
import type { SimulationOptions } from "./options";
import { simulate } from "./simulate";

const zone = "Europe/Berlin";

/**
 * Runs the simulation on a database of its own and prints what happened; the last line is one JSON object. Returns whether
 * the books held throughout. A run that breaks off counts as a violation, and every failure names the seed.
 */
export async function simulateOnScratch(options: SimulationOptions): Promise<boolean> {
  let database: ScratchDatabase | undefined;
  const stop = () => database?.stop();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void Promise.resolve(stop()).finally(() => process.exit(130)));
  }
  try {
    database = await scratchDatabase({ durable: false });
    const actor = await foundCompany(database.databaseUrl);
    const started = performance.now();
    const result = await simulate({
      ...options,
      owner: database.owner,
      actor,
      zone,
      progress: (month, { clients, operations }, violations) =>
        console.log(
          `${month}  ${clients.length} clients, ${operations} operations, ${violations.length} violations`,
        ),
    });
    const { violations, ...done } = result;
    for (const { invariant, what } of violations) console.log(`violated: ${invariant}: ${what}`);
    const seconds = (performance.now() - started) / 1_000;
    console.log(`${(done.operations / seconds).toFixed(0)} operations/s over ${seconds.toFixed(1)} s`);
    return report(options, done, violations.length);
  } catch (error) {
    console.error(error);
    return report(options, {}, 1);
  } finally {
    await stop();
  }
}

function report(options: SimulationOptions, done: object, violations: number): boolean {
  if (violations > 0) {
    const { clients, months, seed } = options;
    console.log(
      `To see it again: npm run simulate -- --clients ${clients} --months ${months} --seed ${seed}`,
    );
  }
  console.log(JSON.stringify({ simulate: { ...options, ...done }, violations }));
  return violations === 0;
}

/** Set up as a person would, by the link. */
async function foundCompany(databaseUrl: string): Promise<Actor> {
  const link = await issueSetupLink({ databaseUrl, baseUrl: "http://localhost:3000" });
  const token = link?.split("/").at(-1) ?? "";
  const input = setUp.example.input;
  const company = { ...input.company, timeZone: zone };
  const { tenantId } = await run(setUp, { ...input, company, token }, { actor: visitor(newId()) });
  return systemActor(tenantId);
}
