import { createRequire } from "node:module";
import type { Measure } from "./types";

type Result = {
  requests: { average: number };
  latency: { p50: number; p99: number };
  non2xx: number;
  errors: number;
};

type Autocannon = (options: {
  url: string;
  connections: number;
  duration: number;
  headers: Record<string, string>;
}) => Promise<Result>;

/** The package has no types. */
const autocannon = createRequire(import.meta.url)("autocannon") as Autocannon;

/** Asks one address from several connections for a while; the value is answers per second. Any answer but 2xx is an error. */
export async function load(
  url: string,
  connections: number,
  headers: Record<string, string>,
  seconds = 1,
): Promise<Measure> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { value: requests.average, p50: latency.p50, p99: latency.p99 };
}
