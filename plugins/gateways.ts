import type { Gateway } from "@/lib/payments/contract";
import { sandbox } from "@/plugins/gateway-sandbox";

/** The payment gateways that come with the product. Whatever starts a process makes them known by `provideGateways`. */
export const gateways: readonly Gateway[] = [sandbox as unknown as Gateway];

export { sandboxId } from "@/plugins/gateway-sandbox";
export { answer as answerSandbox, workOn as workSandbox } from "@/plugins/gateway-sandbox/work";
