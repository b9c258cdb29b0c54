import { expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import type { AccountSpec, ModuleCall, ModuleResult, ProvisioningModule } from "@/lib/provisioning/contract";
import { ModuleShelf } from "./shelf";

export type Harness = {
  module: ProvisioningModule;
  /** Settings under which everything goes well at once. */
  settings: Record<string, unknown>;
  /** Settings that the module refuses. */
  wrongSettings: Record<string, unknown>;
  /** What staff say, where the module asks for them. */
  answer?: ModuleCall["answer"];
};

export function aSpec(given: Partial<AccountSpec> = {}): AccountSpec {
  const userName = `acct${newId().slice(-6)}`;
  return {
    userName,
    remoteId: null,
    password: "kV7mTq2xRw9pLzNc4HbD",
    hostName: `${userName}.example`,
    label: "Web hosting",
    contactEmail: "ada@example.com",
    ...given,
  };
}

export function callsOf({ module, settings, answer = null }: Harness, shelf = new ModuleShelf()) {
  return (given: Partial<ModuleCall> = {}): ModuleCall => ({
    opId: newId(),
    attempt: 1,
    settings: module.settings.parse(settings),
    store: shelf,
    now: new Date("2026-05-01T09:00:00Z"),
    answer,
    ...given,
  });
}

export function dataOf<Data>(result: ModuleResult<Data>): Data {
  if (result.state !== "succeeded") throw new Error(`expected success, not ${JSON.stringify(result)}`);
  return result.data;
}

/** What every provisioning module must do. */
export function moduleKit(harness: Harness): void {
  const { module } = harness;

  test("it knows what it can do, and its settings", () => {
    const { id, capabilities } = module.manifest;
    expect(id).toMatch(/^[a-z][a-z-]*$/);
    expect(module.changePlan !== undefined).toBe(capabilities.changesPlan);
    expect(module.changePassword !== undefined).toBe(capabilities.changesPassword);
    expect(module.signOn !== undefined).toBe(capabilities.signsOn);
    expect(module.usage !== undefined).toBe(capabilities.tellsUsage);
    expect(module.settings.safeParse(harness.wrongSettings).success).toBe(false);
    // What belongs to others among the merged settings does not trouble it.
    expect(module.settings.safeParse({ ...harness.settings, anotherModulesKey: 1 }).success).toBe(true);
  });

  test("an account is absent, made, suspended, resumed and gone, and reading back says so", async () => {
    const call = callsOf(harness);
    const spec = aSpec();
    const state = async () => dataOf(await module.inspect(call({ answer: null }), spec)).state;

    expect(await state()).toBe("absent");
    const made = dataOf(await module.create(call(), spec));
    expect(made).toMatchObject({ state: "active", userName: spec.userName });
    expect(JSON.stringify(made)).not.toContain(spec.password);
    expect(await state()).toBe("active");
    dataOf(await module.suspend(call(), spec, "not paid"));
    expect(await state()).toBe("suspended");
    dataOf(await module.unsuspend(call(), spec));
    expect(await state()).toBe("active");
    dataOf(await module.terminate(call(), spec));
    expect(await state()).toBe("absent");
  });

  test("F-03: a deed that is asked for twice is done once", async () => {
    const call = callsOf(harness);
    const spec = aSpec();
    const opId = newId();
    const first = dataOf(await module.create(call({ opId }), spec));
    expect(dataOf(await module.create(call({ opId, attempt: 2 }), spec))).toEqual(first);
    for (const again of [1, 2]) {
      dataOf(await module.suspend(call({ attempt: again }), spec, "not paid"));
    }
    for (const again of [1, 2]) dataOf(await module.terminate(call({ attempt: again }), spec));
  });

  test("reading changes nothing", async () => {
    const shelf = new ModuleShelf();
    const call = callsOf(harness, shelf);
    await module.inspect(call({ answer: null }), aSpec());
    dataOf(await module.health(call({ answer: null })));
    expect(shelf.size).toBe(0);
  });
}
