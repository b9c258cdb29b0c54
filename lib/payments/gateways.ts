import { processWide } from "@/lib/core/process-wide";
import type { Gateway } from "@/lib/payments/contract";
import { GatewayUnknown } from "@/lib/payments/errors";

const known = processWide("gateways", () => new Map<string, Gateway>());

/** Makes adapters known to the process. What starts a process hands in the list `plugins/gateways.ts`: a domain imports no adapter. */
export function provideGateways(gateways: readonly Gateway[]): void {
  for (const gateway of gateways) known.set(gateway.id, gateway);
}

export function allGateways(): Gateway[] {
  return [...known.values()];
}

/** Throws GatewayUnknown. */
export function gatewayOf(id: string): Gateway {
  const gateway = known.get(id);
  if (gateway === undefined) throw new GatewayUnknown();
  return gateway;
}
