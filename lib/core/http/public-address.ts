import ipaddr from "ipaddr.js";

/** Services of clouds that answer on addresses of the public range: Azure's wire server. */
const internalServices = new Set(["168.63.129.16"]);

/**
 * Whether an IP address belongs to the public internet: no loopback, private, link-local (metadata), carrier, documentation,
 * multicast or transition range, in whatever clothes (IPv4 in IPv6 is unwrapped first). IPv6 must be in 2000::/3, the only part
 * that is given out.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== "unicast" || internalServices.has(address.toString())) return false;
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number]);
}
