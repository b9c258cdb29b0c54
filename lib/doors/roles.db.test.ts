import { beforeAll, describe, expect, test } from "vitest";
import { type RoleName, roleNames, roles } from "@/lib/auth/rules/roles";
import { Forbidden } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { run } from "@/lib/core/operation/run";
import { restDoor } from "@/lib/doors/rest/door";
import type { Operations } from "@/lib/doors/rest/router";
import { serverAction } from "@/lib/doors/server-action";
import { aDoorkeeper, apiRequest } from "@/lib/doors/testing";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser, staff, type TestTenant } from "@/tests/support/tenants";

const database = await testDatabase();
Object.assign(process.env, {
  RATE_LIMIT_KEY_PER_MINUTE: "1000000",
  RATE_LIMIT_ADDRESS_PER_MINUTE: "1000000",
  RATE_LIMIT_SIGN_IN_PER_MINUTE: "1000000",
});

const all = Object.values(registry as Operations).flatMap((domain) => Object.values(domain));
const guarded = all.filter(({ audience }) => !audience.includes("visitor"));
const host = "localhost:3000";
let tenant: TestTenant;
const keeper = aDoorkeeper(() => tenant.id);
const rest = restDoor(registry, keeper);

/** A field of no operation: whoever may run one is refused for it and nothing is done; whoever may not is not told. */
const nonsense = { nonsenseOfNoOperation: "1" };

beforeAll(async () => {
  tenant = await aTenant(database.owner);
});

function actorOf(role: RoleName): Actor {
  const { kind, permissions } = roles[role];
  return kind === "STAFF" ? staff(tenant.id, permissions) : clientUser(tenant.id, newId(), permissions);
}

async function askRest({ http }: Operation, token: string | undefined): Promise<number> {
  if (!http) throw new TypeError("has no route");
  const path = http.path.replace(/\{\w+\}/g, newId());
  const given = token === undefined ? {} : { token };
  const request =
    http.method === "GET"
      ? apiRequest("GET", `${path}?${new URLSearchParams(nonsense)}`, given)
      : apiRequest(http.method, path, { ...given, body: nonsense });
  return (await rest(request)).status;
}

async function askAction(operation: Operation, person: Actor | undefined): Promise<string | undefined> {
  const headers = { host, origin: `http://${host}`, cookie: "authjs.session-token=x" };
  const sources = { ...keeper, actorForSession: async () => person };
  const action = serverAction(operation, { request: { headers: async () => new Headers(headers), sources } });
  const form = new FormData();
  for (const [name, value] of Object.entries(nonsense)) form.set(name, value);
  return (await action({}, form)).error?.code;
}

describe.each(roleNames)("S-22: every operation as %s", (role) => {
  test("is refused by the REST door, by actions and by the runner for want of the right, exactly where the matrix says", async () => {
    const actor = actorOf(role);
    const token = keeper.letIn(actor);
    const odd: string[] = [];
    for (const operation of guarded) {
      const isRefused = !can(actor, operation);
      const found = {
        rest: operation.http && (await askRest(operation, token)) === 403,
        action: (await askAction(operation, actor)) === "core.forbidden",
        run: await run(operation, nonsense as never, { actor }).then(
          () => false,
          (error) => error instanceof Forbidden,
        ),
      };
      for (const [door, said] of Object.entries(found)) {
        if (said !== undefined && said !== isRefused) odd.push(`${operation.name} by ${door}`);
      }
    }
    expect(odd).toEqual([]);
    expect(guarded.some((operation) => can(actor, operation))).toBe(true);
  });
});

test("S-22: a stranger is asked to sign in by every door of every operation that is not meant for everybody", async () => {
  const odd: string[] = [];
  for (const operation of guarded) {
    if (operation.http && (await askRest(operation, undefined)) !== 401)
      odd.push(`${operation.name} by rest`);
    if ((await askAction(operation, undefined)) !== "core.unauthenticated")
      odd.push(`${operation.name} by action`);
  }
  expect(odd).toEqual([]);
});
