import autocannon from "autocannon";
import type { Measure } from "./types";

/** Asks one address from several connections for a while; the value is answers per second. Any answer but 2xx is an error. */
export async function load(
  url: string,
  connections: number,
  headers: Record<string, string>,
  seconds = 1,
): Promise<Measure> {
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);

  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { value: requests.average, p50: latency.p50, p99: latency.p99 };
}
