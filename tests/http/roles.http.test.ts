import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { roleNames } from "@/lib/auth/rules/roles";
import { operationsOfActions } from "./support/action-operations";
import { callAction, formOf, stateOf } from "./support/actions";
import { app } from "./support/installation";
import { actions } from "./support/manifests";
import type { RoleWorld } from "./support/prepare-roles";
import {
  type Called,
  callRest,
  mayRun,
  namesARecord,
  operations,
  type Routed,
  routed,
} from "./support/role-calls";
import { runScript } from "./support/run-script";

const patience = 300_000;
let worlds: RoleWorld[];
beforeAll(async () => {
  worlds = await runScript<RoleWorld[]>("prepare-roles.ts", app.environment);
}, patience);

/** The company of another role, whose records are nobody's here. */
const elsewhere = ({ role }: RoleWorld) =>
  worlds[(roleNames.indexOf(role) + 1) % roleNames.length] as RoleWorld;
const isRefused = ({ status, code }: Called) => status === 403 && code === "core.forbidden";

describe("S-22, S-15: every operation of the REST door, with every built-in role", () => {
  test("finds nothing of another company: 404 to whoever may ask, 403 to whoever may not, and never a record", {
    timeout: patience,
  }, async () => {
    const odd: string[] = [];
    for (const world of worlds) {
      for (const operation of routed.filter((one) => namesARecord(one, world.records))) {
        const { records } = elsewhere(world);
        const answer = await callRest(operation, world, { cookie: world.cookie, records });
        const expected = mayRun(world, operation) ? answer.status === 404 : isRefused(answer);
        if (!expected) odd.push(`${operation.name} ${world.role}: ${answer.status} ${answer.code}`);
        for (const [field, id] of Object.entries(records)) {
          const isSaidBack = isGiven(operation, field);
          if (!isSaidBack && id !== "" && answer.text.includes(id))
            odd.push(`${operation.name} shows ${field}`);
        }
      }
    }
    expect(odd).toEqual([]);
  });

  test("finds nothing of another client of the same company", { timeout: patience }, async () => {
    const odd: string[] = [];
    let asked = 0;
    for (const world of worlds.filter(({ neighbour }) => neighbour !== undefined)) {
      for (const operation of routed.filter((one) => namesARecord(one, world.records))) {
        const { records, neighbour: cookie } = world;
        const answer = await callRest(operation, world, { cookie, records });
        const isRight = mayRun(world, operation) ? answer.status === 404 : isRefused(answer);
        if (!isRight) odd.push(`${operation.name} ${world.role}: ${answer.status} ${answer.code}`);
        asked += mayRun(world, operation) ? 1 : 0;
      }
    }
    expect(odd).toEqual([]);
    expect(asked).toBeGreaterThan(20);
  });

  test("is refused to whoever has no session there, with a session of another company too", {
    timeout: patience,
  }, async () => {
    const odd: string[] = [];
    for (const operation of routed.filter(({ audience }) => !audience.includes("visitor"))) {
      for (const world of worlds) {
        const { cookie } = elsewhere(world);
        const answer = await callRest(operation, world, { cookie, records: world.records });
        if (answer.status !== 401) odd.push(`${operation.name} at ${world.role}: ${answer.status}`);
      }
    }
    expect(odd).toEqual([]);
  });

  test("answers as its role may: the reviewed matrix of all answers", { timeout: patience }, async () => {
    const answers = new Map<string, Map<string, string[]>>();
    const odd: string[] = [];
    for (const world of worlds) {
      for (const operation of routed) {
        const { cookie, records } = world;
        const answer = await callRest(operation, world, { cookie, records });
        const isRight = mayRun(world, operation)
          ? ![401, 404].includes(answer.status) && answer.status < 500 && !isRefused(answer)
          : isRefused(answer);
        const said = answer.code === "" ? `${answer.status}` : `${answer.status} ${answer.code}`;
        if (!isRight) odd.push(`${operation.name} ${world.role}: ${said}`);
        const lines = answers.get(operation.name) ?? new Map<string, string[]>();
        answers.set(operation.name, lines.set(said, [...(lines.get(said) ?? []), world.role]));
      }
    }
    expect(odd).toEqual([]);

    const matrix = [...answers.entries()].sort().map(([name, lines]) => {
      const { method, path: route } = (routed.find((one) => one.name === name) as Routed).http;
      const said = [...lines].sort().map(([status, whom]) => `  ${status.padEnd(36)} ${whom.join(" ")}`);
      return [`${name}  ${method} ${route}`, ...said].join("\n");
    });
    await expect(`${matrix.join("\n")}\n`).toMatchFileSnapshot(
      path.resolve("lib/auth/rules/__snapshots__/rest-door.txt"),
    );
  });
});

describe("S-22, S-45: every server action, with every built-in role", () => {
  const operationOf = operationsOfActions();
  /** They concern the caller's own session, whoever that is, and end it. */
  const ending = [
    "signOutAction",
    "signOutEverywhereAction",
    "revokeOtherSessionsAction",
    "chooseLanguageAction",
  ];

  test("is refused for want of the right exactly where the role does not have it", {
    timeout: patience,
  }, async () => {
    const odd: string[] = [];
    const called = new Set<string>();
    for (const action of actions().filter(({ name }) => !ending.includes(name))) {
      const operation = operationOf.get(action.name);
      if (operation === undefined || operation.audience.includes("visitor")) continue;
      called.add(operation.name);
      for (const world of worlds) {
        const { host, cookie } = world;
        const headers = { host, origin: `http://${host}` };
        const form = formOf({ nonsense: "of no operation" });
        const answer = await callAction({ ...action, cookie, headers }, [{}, form]);
        const code = stateOf(answer)?.error?.code;
        if ((code === "core.forbidden") !== !mayRun(world, operation) || code === "core.unauthenticated") {
          odd.push(`${action.name} (${operation.name}) ${world.role}: ${code}`);
        }
      }
    }
    expect(odd).toEqual([]);
    expect(called.size).toBeGreaterThan(60);
  });

  test("every operation is reached by a door that these tests call, by a page of its own, or by durable work", () => {
    const byAction = new Set([...operationOf.values()].map(({ name }) => name));
    const further = operations.filter(
      ({ name, http, audience }) =>
        http === undefined && !byAction.has(name) && !audience.includes("visitor"),
    );
    expect(further.map(({ name }) => name)).toMatchSnapshot();
  });
});

/** Whether the caller says the id of a field, so that it may stand in the answer. */
function isGiven(operation: Routed, field: string): boolean {
  return JSON.stringify(operation.example.input).includes(`"${field}"`);
}
