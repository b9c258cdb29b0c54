import http, { type IncomingHttpHeaders } from "node:http";
import { inject } from "vitest";

export type Sent = {
  path: string;
  method?: string;
  /** Sent as they are; a Host given here replaces the installation's own. */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer | Iterable<Buffer>;
  /** Cookie of a person who is signed in. */
  cookie?: string | undefined;
  port?: number;
  signal?: AbortSignal;
};

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names and values in turn: headers that came more than once are here more than once. */
  rawHeaders: string[];
  text: string;
};

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/**
 * One request, exactly as said: the path is not normalised, redirects are not followed, nothing is added but Host and Cookie.
 * Rejects when the server ends the connection without an answer.
 */
export async function send(sent: Sent): Promise<Answer> {
  try {
    return await sendOnce(sent);
  } catch (error) {
    // A kept connection that the server closed in this very moment: not an answer to this request.
    const { code, isReused } = error as { code?: string; isReused?: boolean };
    if (isReused && code === "ECONNRESET") return sendOnce(sent);
    throw error;
  }
}

function sendOnce({ path, method = "GET", headers = {}, body, cookie, port, signal }: Sent): Promise<Answer> {
  const app = inject("sharedApp");
  const host = new URL(app.url).host;
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: "127.0.0.1",
        port: port ?? app.port,
        method,
        path,
        headers: { host: port ? `localhost:${port}` : host, ...(cookie && { cookie }), ...headers },
        ...(signal && { signal }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            rawHeaders: response.rawHeaders,
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      },
    );
    request.on("error", (error) =>
      reject(Object.assign(error, { isReused: request.reusedSocket && body === undefined })),
    );
    if (body !== undefined && typeof body !== "string" && !Buffer.isBuffer(body)) {
      for (const part of body) request.write(part);
      request.end();
    } else request.end(body);
  });
}

/** All values of a header, in order. */
export function valuesOf({ rawHeaders }: Answer, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

/** Everything that was sent back, as one text to search in. */
export function wholeOf({ rawHeaders, text }: Answer): string {
  return `${rawHeaders.join("\n")}\n\n${text}`;
}

/** Does `work` for each item, a few at a time. Results keep the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
