import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { manualModule } from "@/plugins/module-manual";
import { sandboxModule } from "@/plugins/module-sandbox";
import { aSpec, callsOf, dataOf, type Harness, moduleKit } from "./kit";

const sandbox: Harness = { module: sandboxModule, settings: {}, wrongSettings: { behaviour: "sings" } };
const manual: Harness = {
  module: manualModule,
  settings: { instructions: "Rack 4" },
  wrongSettings: { instructions: 4 },
  answer: { outcome: "done", access: { server: "rack4.example.net" }, note: null },
};

describe("the sandbox", () => {
  moduleKit(sandbox);
  const behaving = (behaviour: string) => callsOf({ ...sandbox, settings: { behaviour, slowSeconds: 60 } });

  test("a user name belongs to one account", async () => {
    const call = callsOf(sandbox);
    const spec = aSpec();
    await sandboxModule.create(call() as never, spec);
    const second = await sandboxModule.create(call() as never, spec);
    expect(second).toMatchObject({ state: "failed", error: { kind: "conflict" } });
  });

  test("slow: it is being made, and is there when its time has come", async () => {
    const call = behaving("slow");
    const spec = aSpec();
    const opId = newId();
    expect(await sandboxModule.create(call({ opId }) as never, spec)).toMatchObject({ state: "pending" });
    expect(dataOf(await sandboxModule.inspect(call() as never, spec)).state).toBe("creating");
    const now = new Date("2026-05-01T09:01:00Z");
    expect(dataOf(await sandboxModule.create(call({ opId, now }) as never, spec)).state).toBe("active");
  });

  test.each([
    ["fails_once", "retryable", "absent"],
    ["loses_answer_before", "ambiguous", "absent"],
    ["loses_answer_after", "ambiguous", "active"],
  ])(
    "%s: the first try is %s and leaves the account %s, the second succeeds",
    async (behaviour, kind, left) => {
      const call = behaving(behaviour);
      const spec = aSpec();
      const opId = newId();
      const first = await sandboxModule.create(call({ opId }) as never, spec);
      expect(first).toMatchObject({ state: "failed", error: { kind } });
      expect(dataOf(await sandboxModule.inspect(call() as never, spec)).state).toBe(left);
      expect(dataOf(await sandboxModule.create(call({ opId, attempt: 2 }) as never, spec)).state).toBe(
        "active",
      );
    },
  );

  test("fails: for good, however often", async () => {
    const call = behaving("fails");
    for (const attempt of [1, 2])
      expect(await sandboxModule.create(call({ attempt }) as never, aSpec())).toMatchObject({
        state: "failed",
        error: { kind: "permanent" },
      });
  });
});

describe("by hand", () => {
  moduleKit(manual);

  test("it asks staff and does nothing until they have answered", async () => {
    const call = callsOf({ ...manual, answer: null });
    const spec = aSpec();
    expect(await manualModule.create(call() as never, spec)).toEqual({
      state: "action_required",
      actor: "operator",
      reason: "Rack 4",
    });
    expect(dataOf(await manualModule.inspect(call() as never, spec)).state).toBe("absent");
  });

  test("staff who cannot do it say why", async () => {
    const answer = { outcome: "failed", access: {}, note: "The rack is full." } as const;
    const call = callsOf({ ...manual, answer });
    expect(await manualModule.create(call() as never, aSpec())).toMatchObject({
      state: "failed",
      error: { kind: "permanent", detail: "The rack is full." },
    });
  });
});
