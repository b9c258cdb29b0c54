import type { Answer, Sent } from "./request";

type Kept = { answer: Answer; given: Record<string, string> };

/** Statuses that a cache may keep without being told how long (RFC 9110, 15.1). */
const heuristic = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);

/**
 * A shared cache by the rules of RFC 9111, and greedy within them: it keeps whatever it is not told not to keep, cookies
 * notwithstanding, and files answers by address and by what `Vary` names. Nothing grows old in it.
 */
export class SharedCache {
  private readonly byAddress = new Map<string, Kept[]>();

  find(sent: Sent): Answer | undefined {
    const given = requestHeaders(sent);
    return this.byAddress.get(addressOf(sent))?.find((kept) => fits(kept, given))?.answer;
  }

  keep(sent: Sent, answer: Answer): void {
    const given = requestHeaders(sent);
    if (!mayKeep(answer, given)) return;
    const address = addressOf(sent);
    this.byAddress.set(address, [...(this.byAddress.get(address) ?? []), { answer, given }]);
  }
}

function mayKeep({ status, headers }: Answer, given: Record<string, string>): boolean {
  const control = headers["cache-control"] ?? "";
  if (/no-store|private|no-cache/.test(control)) return false;
  const isExplicit = /public|s-maxage|max-age/.test(control) || headers.expires !== undefined;
  if (given.authorization !== undefined && !/public|s-maxage|must-revalidate/.test(control)) return false;
  return isExplicit || heuristic.has(status);
}

/** Whether the request says the same in all that the kept answer depends on. `Vary: *` fits nothing. */
function fits({ answer, given }: Kept, asked: Record<string, string>): boolean {
  const names = (answer.headers.vary ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return !names.includes("*") && names.every((name) => given[name] === asked[name]);
}

function addressOf({ path, headers = {} }: Sent): string {
  return `${String(headers.host ?? "")} ${path}`;
}

function requestHeaders({ headers = {}, cookie }: Sent): Record<string, string> {
  const all = { ...(cookie && { cookie }), ...headers };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
