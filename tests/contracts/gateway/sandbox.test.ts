import type { Gateway } from "@/lib/payments/contract";
import { cards } from "@/plugins/gateway-sandbox/cards";
import { sign, signatureHeader } from "@/plugins/gateway-sandbox/signature";
import { gateways } from "@/plugins/gateways";
import { gatewayKit } from "@/tests/contracts/gateway/kit";

const secret = "a secret of the tests, long enough";
const numberOf = (meaning: string) =>
  Object.entries(cards).find(([, card]) => card.meaning === meaning)?.[0] ?? "";
const method = (meaning: string) => ({ cardNumber: numberOf(meaning), expiry: "04/30", securityCode: "123" });

gatewayKit("sandbox", {
  gateway: gateways[0] as Gateway,
  settings: { webhookSecret: secret },
  methods: {
    succeeds: method("paid"),
    isDeclined: method("declined"),
    asks: method("confirm"),
    takesTime: method("pending_paid"),
    losesAnswer: method("lost"),
  },
  notice(now) {
    const body = JSON.stringify({
      id: "evt_1",
      type: "charge.paid",
      payment_id: "01932f3a-7c00-7000-8000-000000000701",
      outcome: {
        state: "succeeded",
        reference: "sb_1",
        method: null,
        amount: { minor: 11900, currency: "EUR" },
      },
    });
    return { body, headers: { [signatureHeader]: sign(body, secret, now) } };
  },
});
