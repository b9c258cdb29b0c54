import { config } from "@/lib/core/config/load";
import { ask } from "@/lib/core/db/ask";
import { platformPool } from "@/lib/core/db/pools";
import { sql } from "@/lib/core/db/sql";
import { processWide } from "@/lib/core/process-wide";

/**
 * Which hosts the installation answers on: APP_URL, APP_HOSTS and the tenants' domains. A request's own headers never decide
 * where a link or redirect leads; they are only compared with this list (S-44, S-48).
 */

type Answer = { readonly isKnown: boolean; readonly until: number };

const keptMs = 5_000;
const most = 1_000;
const hostForm = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/;

/** An absolute URL of the installation. `path` begins with one slash. */
export function absoluteUrl(path: `/${string}`): string {
  return new URL(path.replace(/^[/\\]+/, "/"), config().APP_URL).href;
}

/** Hosts from the configuration, lower case, without the default port. */
export function configuredHosts(): ReadonlySet<string> {
  return processWide("configured-hosts", () => {
    const { APP_URL, APP_HOSTS } = config();
    return new Set([new URL(APP_URL).host, ...APP_HOSTS.map((host) => canonicalHost(host) ?? host)]);
  });
}

/** Whether a `Host` header names this installation: a configured host or a tenant's domain (any port). */
export async function isKnownHost(host: string | null | undefined): Promise<boolean> {
  const canonical = host ? canonicalHost(host) : undefined;
  if (canonical === undefined) return false;
  return configuredHosts().has(canonical) || isTenantDomain(canonical.replace(/:\d+$/, ""));
}

/**
 * Whether `origin` (header) is the very site that the request was sent to, and that site is ours. Missing and `null` origins
 * are not. Forwarded headers play no part.
 */
export async function isOwnOrigin(
  origin: string | null | undefined,
  host: string | null | undefined,
): Promise<boolean> {
  const parsed = origin ? parseOrigin(origin) : undefined;
  if (parsed === undefined || !host) return false;
  if (parsed.protocol === "http:" && isSecure()) return false;
  return parsed.host === canonicalHost(host, parsed.protocol) && isKnownHost(host);
}

/** Whether people reach the installation by https. */
export function isSecure(): boolean {
  return config().APP_URL.startsWith("https:");
}

function parseOrigin(origin: string): URL | undefined {
  try {
    const url = new URL(origin);
    const isWeb = url.protocol === "http:" || url.protocol === "https:";
    // An origin has no path, no credentials, no odd spelling.
    return isWeb && url.origin === origin.toLowerCase() ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Lower case, without the protocol's default port; undefined when the text is no host. */
function canonicalHost(host: string, protocol = new URL(config().APP_URL).protocol): string | undefined {
  const lower = host.toLowerCase();
  if (lower.length > 260 || !hostForm.test(lower)) return undefined;
  const port = protocol === "https:" ? ":443" : ":80";
  return lower.endsWith(port) ? lower.slice(0, -port.length) : lower;
}

/** Answers are kept for five seconds, both ways and few in number: a flood of invented names costs no flood of queries. */
async function isTenantDomain(name: string): Promise<boolean> {
  const answers = processWide("tenant-domains", () => new Map<string, Answer>());
  const kept = answers.get(name);
  if (kept && kept.until > performance.now()) return kept.isKnown;

  const found = await ask(
    platformPool(),
    sql`
    select 1 from tenant_domains where host = ${name} and verified_at is not null`,
  );
  const isKnown = found.length > 0;
  if (answers.size >= most) answers.clear();
  answers.set(name, { isKnown, until: performance.now() + keptMs });
  return isKnown;
}
