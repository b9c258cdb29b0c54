import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { money } from "@/lib/core/money/money";
import type {
  ChargeOrder,
  Gateway,
  PluginStore,
  Surroundings,
  WebhookRequest,
} from "@/lib/payments/contract";
import { wireOutcome } from "@/lib/payments/wire-outcome";

/** A store as the product hands it in. */
export function memoryStore(): PluginStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => structuredClone(values.get(key) ?? null),
    put: async (key, value) => void values.set(key, structuredClone(value)),
  };
}

export type Bench = {
  gateway: Gateway;
  settings: Record<string, string>;
  /** What a payer gives for an outcome. */
  methods: Readonly<
    Record<"succeeds" | "isDeclined" | "asks" | "takesTime" | "losesAnswer", Record<string, string>>
  >;
  /** A notice as the gateway would send it, genuine at `now`. */
  notice(now: Date): { body: string; headers: Record<string, string> };
};

/** What every gateway's adapter shows. */
export function gatewayKit(name: string, bench: Bench): void {
  const { gateway, settings, methods } = bench;
  const now = new Date("2026-04-01T12:00:00Z");

  function aCall(method: Record<string, string>): { order: ChargeOrder; around: Surroundings } {
    const order: ChargeOrder = {
      paymentId: newId(),
      amount: money(11_900n, "EUR"),
      description: "INV-2026-000001",
      method,
      payer: { name: "Ada Lovelace", email: "ada@example.com" },
      returnUrl: "https://shop.example.com/back",
    };
    const around: Surroundings = {
      now,
      timeoutMs: 1_000,
      fetch,
      store: memoryStore(),
      origin: "https://shop.example.com",
      webhookUrl: "https://shop.example.com/api/webhooks/payments/x",
    };
    return { order, around };
  }

  function read(body: string, headers: Record<string, string>, at = now, with_ = settings) {
    const request: WebhookRequest = { body, header: (key) => headers[key.toLowerCase()] ?? null, now: at };
    return gateway.readWebhook(request, gateway.settings.parse(with_));
  }

  describe(`the gateway ${name}`, () => {
    test("takes its settings and names those that are secret", () => {
      expect(gateway.settings.safeParse(settings).success).toBe(true);
      for (const field of gateway.secretFields) expect(Object.keys(gateway.settings.shape)).toContain(field);
    });

    test("each outcome of a charge is one of the contract's", async () => {
      const states: string[] = [];
      for (const method of Object.values(methods)) {
        const { order, around } = aCall(method);
        const outcome = await gateway.charge(order, settings, around);
        expect(() => wireOutcome(outcome)).not.toThrow();
        states.push(outcome.state === "error" ? outcome.class : outcome.state);
      }
      expect(states).toEqual(["succeeded", "permanent", "action_required", "pending", "ambiguous"]);
    });

    test("repeated under the same payment it takes the money once", async () => {
      const { order, around } = aCall(methods.succeeds);
      const first = await gateway.charge(order, settings, around);
      expect(await gateway.charge(order, settings, around)).toEqual(first);
    });

    test("F-12: an answer that was lost is read back by the payment's own id; what never was is absent", async () => {
      const { order, around } = aCall(methods.losesAnswer);
      const asked = { paymentId: order.paymentId, reference: null };
      expect(await gateway.retrieve(asked, settings, around)).toEqual({ state: "absent" });
      expect(await gateway.charge(order, settings, around)).toMatchObject({ class: "ambiguous" });
      expect(await gateway.retrieve(asked, settings, around)).toMatchObject({
        state: "succeeded",
        amount: order.amount,
      });
    });

    test("F-11: a notice with another key, another body, no signature or an old one is refused", () => {
      const { body, headers } = bench.notice(now);
      expect(read(body, headers).kind).toBe("read");
      const [name, value] = Object.entries(headers)[0] as [string, string];
      const other = Object.fromEntries(
        gateway.secretFields.map((field) => [field, "another secret altogether"]),
      );
      expect(read(body, headers, now, { ...settings, ...other }).kind).toBe("refused");
      expect(read(body.replace("11900", "11901"), headers).kind).toBe("refused");
      expect(read(body, {}).kind).toBe("refused");
      expect(read(body, { [name]: "" }).kind).toBe("refused");
      expect(read(body, { [name]: `${value}0` }).kind).toBe("refused");
      const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
      expect(read(body, headers, later(299)).kind).toBe("read");
      expect(read(body, headers, later(301)).kind).toBe("refused");
      expect(read(body, headers, later(-301)).kind).toBe("refused");
    });
  });
}
