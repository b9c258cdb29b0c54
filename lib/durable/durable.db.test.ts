import { type Inngest, type InngestFunction, NonRetriableError } from "inngest";
import { afterAll, describe, expect, test } from "vitest";
import { startLocalServer } from "@/inngest/local/start";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { cancelRun } from "@/lib/durable/operations/cancel-run";
import { cancelRuns } from "@/lib/durable/operations/cancel-runs";
import { getQueue } from "@/lib/durable/operations/get-queue";
import { getRun } from "@/lib/durable/operations/get-run";
import { listFunctions } from "@/lib/durable/operations/list-functions";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { repeatRun } from "@/lib/durable/operations/repeat-run";
import { retryRun } from "@/lib/durable/operations/retry-run";
import { retryRuns } from "@/lib/durable/operations/retry-runs";
import type { RunState } from "@/lib/durable/rules/state";
import { eventually, localOptions, newClient, startApp } from "@/tests/contracts/inngest/support";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

const database = await testDatabase();
const options = localOptions(database.durable);
const server = await startLocalServer(options);
afterAll(() => server.stop(0));
const target = { url: server.url, signingKey: options.signingKey, eventKey: options.eventKey };

/** An app of one company with one function; `begin` sends its event, and finds the run. */
async function aCompanyWith(define: (client: Inngest, event: string) => InngestFunction.Any) {
  const client = newClient(target);
  const event = `${client.id}/asked`;
  const app = await startApp(target, client, [define(client, event)]);
  await app.sync();
  const { id: tenantId } = await aTenant(database.owner);
  const actor = staff(tenantId);
  const begin = async (data: Record<string, unknown> = {}) => {
    const before = await runIds(actor);
    const subject = newId();
    await app.send(event, { tenantId, subject, ...data });
    return eventually(async () => (await runIds(actor)).find((id) => !before.includes(id)));
  };
  return { actor, begin, tenantId, client, app };
}

async function runIds(actor: Actor): Promise<string[]> {
  return (await run(listRuns, {}, { actor })).items.map(({ id }) => id);
}

function inState(actor: Actor, runId: string, state: RunState) {
  return eventually(async () => {
    const found = await run(getRun, { runId }, { actor });
    return found.state === state ? found : undefined;
  });
}

/** What the outside world sees of a function: how often each effect happened, and whether the third step works. */
function aWorkflow() {
  const effects: string[] = [];
  const state = { isBroken: true, effects };
  const define = (client: Inngest, event: string) =>
    client.createFunction(
      { id: "workflow", name: "Set up a server", retries: 1, triggers: { event } },
      async ({ step }) => {
        await step.run("order", () => {
          effects.push("order");
          return { password: "hunter2", key: "sk_live_4eC39HqLyjWDarjtT1zdp7dc", server: "s1" };
        });
        await step
          .run("check", () => {
            effects.push("check");
            throw new NonRetriableError("No such thing");
          })
          .catch(() => "caught");
        await step.run("install", () => {
          effects.push("install");
          if (state.isBroken) throw new Error("The panel is away");
        });
        await step.run("tell", () => {
          effects.push("tell");
        });
        return "done";
      },
    );
  return { state, define };
}

describe("a failed run", () => {
  test("goes on at its failed step when it is retried, and completes; what was done is not done again", async () => {
    const { state, define } = aWorkflow();
    const { actor, begin } = await aCompanyWith(define);
    const runId = await begin();
    const failed = await inState(actor, runId, "failed");
    expect(failed).toMatchObject({ functionName: "Set up a server", error: "The panel is away", retries: 0 });
    expect(
      failed.steps.map(({ name, state: is, attempts }) => [name, is, attempts.map((a) => a.state)]),
    ).toEqual([
      ["order", "done", ["done"]],
      ["check", "failed", ["failed"]],
      ["install", "failed", ["failed", "failed"]],
    ]);

    state.isBroken = false;
    expect(await run(retryRun, { runId }, { actor })).toMatchObject({
      state: "queued",
      retries: 1,
      error: null,
      endedAt: null,
    });
    const completed = await inState(actor, runId, "completed");

    expect(state.effects).toEqual(["order", "check", "install", "install", "install", "tell"]);
    expect(completed.output).toBe("done");
    const install = completed.steps.find(({ name }) => name === "install");
    expect(install?.attempts.map((attempt) => attempt.state)).toEqual(["failed", "failed", "done"]);

    const audit = await database.owner.query(
      "select operation, before->>'state' as before, after->>'state' as after from audit_log where record_id = $1",
      [runId],
    );
    expect(audit.rows).toEqual([{ operation: "durable.run.retry", before: "failed", after: "queued" }]);
    const events = await database.owner.query("select name from outbox_events where subject = $1", [runId]);
    expect(events.rows).toEqual([{ name: "durable/run.retried" }]);
  });

  test("fails again when the cause is still there, and can be retried again", async () => {
    const { state, define } = aWorkflow();
    const { actor, begin } = await aCompanyWith(define);
    const runId = await begin();
    await inState(actor, runId, "failed");
    await run(retryRun, { runId }, { actor });
    const again = await eventually(async () => {
      const found = await run(getRun, { runId }, { actor });
      return found.state === "failed" && found.retries === 1 ? found : undefined;
    });
    expect(again.error).toBe("The panel is away");

    state.isBroken = false;
    await run(retryRun, { runId }, { actor });
    expect((await inState(actor, runId, "completed")).retries).toBe(2);
    expect(state.effects.filter((effect) => effect === "order")).toHaveLength(1);
  });

  test("whose function itself threw is asked again what comes next", async () => {
    let isBroken = true;
    const { actor, begin } = await aCompanyWith((client, event) =>
      client.createFunction({ id: "thrower", retries: 0, triggers: { event } }, async ({ step }) => {
        await step.run("first", () => 1);
        if (isBroken) throw new Error("Not between steps");
        return "done";
      }),
    );
    const runId = await begin();
    const failed = await inState(actor, runId, "failed");
    expect(failed.attempts).toMatchObject([{ number: 1, state: "failed" }]);
    isBroken = false;
    await run(retryRun, { runId }, { actor });
    expect((await inState(actor, runId, "completed")).output).toBe("done");
  });

  test("is retried once when two press at once: one of them is told so", async () => {
    const { state, define } = aWorkflow();
    const { actor, begin, tenantId } = await aCompanyWith(define);
    const runId = await begin();
    await inState(actor, runId, "failed");
    state.isBroken = false;

    const presses = await Promise.allSettled(
      [actor, staff(tenantId), staff(tenantId)].map((person) => run(retryRun, { runId }, { actor: person })),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const press of presses) {
      if (press.status === "rejected") expect(press.reason).toMatchObject({ code: "durable.run_not_failed" });
    }
    expect((await inState(actor, runId, "completed")).retries).toBe(1);
    expect(state.effects.filter((effect) => effect === "tell")).toHaveLength(1);
  });

  test("with steps side by side repeats those that failed and keeps the others", async () => {
    let isBroken = true;
    const effects: string[] = [];
    const { actor, begin } = await aCompanyWith((client, event) =>
      client.createFunction({ id: "parallel", retries: 0, triggers: { event } }, async ({ step }) => {
        const work = (name: string, fails: boolean) =>
          step.run(name, () => {
            effects.push(name);
            if (fails && isBroken) throw new Error(`${name} is away`);
            return name;
          });
        return Promise.all([work("a", true), work("b", false), work("c", true)]);
      }),
    );
    const runId = await begin();
    await inState(actor, runId, "failed");
    isBroken = false;
    await run(retryRun, { runId }, { actor });
    expect((await inState(actor, runId, "completed")).output).toEqual(["a", "b", "c"]);
    expect(effects.toSorted()).toEqual(["a", "a", "b", "c", "c"]);
  });

  test("whose function is gone is not retried and not repeated", async () => {
    const { define } = aWorkflow();
    const { actor, begin } = await aCompanyWith(define);
    const runId = await begin();
    const { functionId } = await inState(actor, runId, "failed");
    await database.owner.query("update durable.functions set archived_at = now() where id = $1", [
      functionId,
    ]);
    for (const operation of [retryRun, repeatRun]) {
      await expect(run(operation, { runId }, { actor })).rejects.toMatchObject({
        code: "durable.function_gone",
      });
    }
  });
});

describe("an open run", () => {
  const sleeper = (client: Inngest, event: string) =>
    client.createFunction(
      {
        id: "sleeper",
        triggers: { event },
        cancelOn: [{ event: `${event}.stopped`, match: "data.subject" }],
      },
      async ({ step }) => {
        await step.sleep("rest", "1h");
      },
    );

  test("is cancelled once, and says by whom", async () => {
    const { actor, begin, tenantId } = await aCompanyWith(sleeper);
    const runId = await begin();
    const asleep = await inState(actor, runId, "sleeping");
    expect(asleep.steps).toMatchObject([{ name: "rest", kind: "sleep", state: "open" }]);
    expect(asleep.steps[0]?.dueAt?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);

    const presses = await Promise.allSettled(
      [actor, staff(tenantId)].map((person) => run(cancelRun, { runId }, { actor: person })),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = presses.find((press) => press.status === "rejected");
    expect(["durable.run_cancelling", "durable.run_ended"]).toContain(refused?.reason.code);

    const cancelled = await inState(actor, runId, "cancelled");
    expect(cancelled).toMatchObject({ error: "Cancelled by Grace Hopper", isCancelling: false });
    await expect(run(cancelRun, { runId }, { actor })).rejects.toMatchObject({ code: "durable.run_ended" });
    await expect(run(retryRun, { runId }, { actor })).rejects.toMatchObject({
      code: "durable.run_not_failed",
    });
  });

  test("is not repeated before it has ended; a repetition is a run of its own, with all that may cancel it", async () => {
    const { actor, begin, app, client } = await aCompanyWith(sleeper);
    const runId = await begin();
    await inState(actor, runId, "sleeping");
    await expect(run(repeatRun, { runId }, { actor })).rejects.toMatchObject({
      code: "durable.run_not_ended",
    });
    await run(cancelRun, { runId }, { actor });
    const { event } = await inState(actor, runId, "cancelled");

    const presses = await Promise.allSettled([1, 2].map(() => run(repeatRun, { runId }, { actor })));
    const [repeated, ...others] = presses.flatMap((press) =>
      press.status === "fulfilled" ? [press.value] : [],
    );
    expect(others).toEqual([]);
    expect(presses.find((press) => press.status === "rejected")?.reason).toMatchObject({
      code: "durable.run_repeated",
    });
    const again = await inState(actor, repeated?.id ?? "", "sleeping");
    expect(again).toMatchObject({ repeatsId: runId, event: { id: event.id } });
    expect((await run(getRun, { runId }, { actor })).repeatedById).toBe(again.id);

    await app.send(`${client.id}/asked.stopped`, { subject: again.subject });
    await inState(actor, again.id, "cancelled");
  });
});

test("selected runs are retried and cancelled together; those that do not allow it stay, counted by reason", async () => {
  const { state, define } = aWorkflow();
  const { actor, begin } = await aCompanyWith(define);
  const failed = [await begin(), await begin(), await begin()];
  for (const runId of failed) await inState(actor, runId, "failed");
  expect((await run(getQueue, {}, { actor })).failed).toBe(3n);

  state.isBroken = false;
  const [first = "", ...rest] = failed;
  await run(retryRun, { runId: first }, { actor });
  const result = await run(retryRuns, { runIds: [...failed, newId()] }, { actor });
  expect(result.done).toBe(2n);
  expect(result.refused).toEqual(
    expect.arrayContaining([
      { code: "durable.run_not_failed", count: 1n },
      { code: "durable.run_not_found", count: 1n },
    ]),
  );
  for (const runId of failed) await inState(actor, runId, "completed");
  const audit = await database.owner.query(
    "select count(*)::int as n from audit_log where operation = 'durable.run.retryMany' and record_id = any($1)",
    [rest],
  );
  expect(audit.rows).toEqual([{ n: 2 }]);
  expect(await run(cancelRuns, { runIds: failed }, { actor })).toEqual({
    done: 0n,
    refused: [{ code: "durable.run_ended", count: 3n }],
  });
});

test("secrets in events, results and errors are masked before they leave the server", async () => {
  const { define } = aWorkflow();
  const { actor, begin } = await aCompanyWith(define);
  const runId = await begin({ apiToken: "t0psecret", note: "Bearer abcdefgh12345678" });
  const found = await inState(actor, runId, "failed");
  expect(found.steps[0]?.output).toEqual({ password: "[masked]", key: "[masked]", server: "s1" });
  const text = JSON.stringify(found);
  for (const secret of ["hunter2", "sk_live", "t0psecret", "abcdefgh12345678"]) {
    expect(text).not.toContain(secret);
  }
});

test("runs are listed by state, function and record, page by page, and functions with their counts and next times", async () => {
  const { actor, begin } = await aCompanyWith((client, event) =>
    client.createFunction(
      { id: "mixed", triggers: [{ event }, { cron: "TZ=Europe/Berlin 0 9 * * *" }] },
      async ({ event: given, step }) => {
        const { kind } = given.data as { kind: string };
        if (kind === "sleeping") await step.sleep("rest", "1h");
        if (kind === "waiting") await step.waitForEvent("answer", { event: "never/comes", timeout: "2h" });
        if (kind === "failed") throw new NonRetriableError("No");
        return kind;
      },
    ),
  );
  const kinds = ["sleeping", "waiting", "failed", "completed"] as const;
  const ids: Record<string, string> = {};
  for (const kind of kinds) {
    ids[kind] = await begin({ kind });
    await inState(actor, ids[kind], kind);
  }
  for (const state of kinds) {
    const { items } = await run(listRuns, { state }, { actor });
    expect(
      items.map(({ id }) => id),
      state,
    ).toEqual([ids[state]]);
  }
  const { subject, functionId, steps } = await run(getRun, { runId: ids.waiting ?? "" }, { actor });
  expect(steps).toMatchObject([{ kind: "wait", state: "open", awaitedEvent: "never/comes" }]);
  expect((await run(listRuns, { subject: subject ?? "", functionId }, { actor })).items).toHaveLength(1);

  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await run(
      listRuns,
      { limit: 1, ...(cursor && { cursor }) },
      { actor },
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual(kinds.map((kind) => ids[kind]).toReversed());

  expect(await run(getQueue, {}, { actor })).toMatchObject({
    place: "local",
    waiting: 1n,
    sleeping: 1n,
    failed: 1n,
    oldestDueAt: null,
  });
  const functions = await run(listFunctions, {}, { actor });
  const mixed = functions.items.find(({ id }) => id === functionId);
  expect(mixed).toMatchObject({
    open: 2n,
    failed: 1n,
    recent: 4n,
    schedules: [{ cron: "0 9 * * *", timeZone: "Europe/Berlin" }],
  });
});
