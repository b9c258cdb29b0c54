import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { config } from "@/lib/core/config/load";
import { processWide } from "@/lib/core/process-wide";

type Range = [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/**
 * Address of the caller, or undefined when none is known. Our own front server writes X-Forwarded-For anew, with the socket's
 * address; elsewhere the last address counts that no trusted proxy has added, since callers can write anything further left.
 */
export function clientAddress(headers: Headers): string | undefined {
  const hops = (headers.get("x-forwarded-for") ?? "")
    .slice(-500)
    .split(",")
    .map((hop) => parseAddress(hop.trim()))
    .filter((hop) => hop !== undefined);
  const last = hops.findLast((hop) => !isTrusted(hop)) ?? hops[0];
  return last?.toString();
}

/** An IPv4 or IPv6 address, an IPv4 one in IPv6 clothes unwrapped. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return isIP(text) === 0 ? undefined : ipaddr.process(text);
}

function isTrusted(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return trustedRanges().some(
    ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
  );
}

function trustedRanges(): Range[] {
  return processWide("trusted-proxies", () =>
    config().TRUST_PROXY.flatMap((entry): Range[] => {
      if (ipaddr.isValidCIDR(entry)) return [ipaddr.parseCIDR(entry)];
      const address = parseAddress(entry);
      return address ? [[address, address.kind() === "ipv4" ? 32 : 128]] : [];
    }),
  );
}
