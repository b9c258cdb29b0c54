/** A failed answer of the API, as RFC 9457 has it. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Id of the request: quote it when asking for help. */
  instance: string;
  /** Stable code, for programs. */
  code: string;
  errors?: { path: string; code: string; message: string }[];
  details?: Record<string, string | number | boolean | null>;
};

/** Thrown for every answer that is not a success. */
export class Panel1Problem extends Error {
  override name = "Panel1Problem";

  constructor(
    readonly problem: ProblemDocument,
    /** Seconds after which the service wants to be asked again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

export type Panel1Options = {
  /** Where the installation is, for instance `https://panel.example.com`. */
  readonly baseUrl: string;
  readonly apiKey?: string;
  /** How often a call that may be repeated is repeated after 429 or 503. Default 2. */
  readonly retries?: number;
  /** Longest wait between two tries, whatever the service asks for. Default 30 seconds. */
  readonly longestWaitSeconds?: number;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another `fetch`, for instance one with a time limit. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

export type CallOptions = {
  /** Makes a repeat of a change harmless. With it the client repeats by itself after 429 and 503; without it only reads are repeated. */
  readonly idempotencyKey?: string;
  readonly requestId?: string;
  readonly signal?: AbortSignal;
};

/** A page of a list. */
export type PageOf<Item> = { items: Item[]; nextCursor: string | null };

/**
 * All items of a list, page after page: `for await (const client of each(panel1.clients.listClients, { status: "ACTIVE" }))`.
 */
export async function* each<List extends (input: never, call?: CallOptions) => Promise<PageOf<unknown>>>(
  list: List,
  input: NonNullable<Parameters<List>[0]>,
  call?: CallOptions,
): AsyncGenerator<ItemOf<List>, void, undefined> {
  const read = list as unknown as (input: object, call?: CallOptions) => Promise<PageOf<ItemOf<List>>>;
  let cursor: string | undefined;
  do {
    const page = await read(cursor === undefined ? input : { ...(input as object), cursor }, call);
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

type ItemOf<List extends (...given: never[]) => Promise<PageOf<unknown>>> = Awaited<
  ReturnType<List>
>["items"][number];

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Send = <Output>(
  method: Method,
  path: string,
  input: object,
  call: CallOptions | undefined,
) => Promise<Output>;

export function sender(options: Panel1Options): Send {
  const {
    retries = 2,
    longestWaitSeconds = 30,
    fetch: send = (request: Request) => fetch(request),
  } = options;

  return async <Output>(method: Method, path: string, input: object, call: CallOptions = {}) => {
    const isRepeatable = method === "GET" || call.idempotencyKey !== undefined;
    for (let tries = 0; ; tries += 1) {
      const response = await send(requestOf(options, method, path, input, call));
      if (response.ok) return (await response.json()) as Output;

      const problem = await problemOf(response);
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || !isRepeatable || tries >= retries) throw problem;
      await pause(Math.min(problem.retryAfterSeconds ?? 2 ** tries, longestWaitSeconds), call.signal);
    }
  };
}

function requestOf(
  options: Panel1Options,
  method: Method,
  path: string,
  input: object,
  call: CallOptions,
): Request {
  const headers = new Headers(options.headers);
  headers.set("accept", "application/json");
  if (options.apiKey !== undefined) headers.set("authorization", `Bearer ${options.apiKey}`);
  if (call.requestId !== undefined) headers.set("x-request-id", call.requestId);
  if (call.idempotencyKey !== undefined) headers.set("idempotency-key", call.idempotencyKey);

  const rest: Record<string, unknown> = { ...input };
  const target = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });

  const url = `${options.baseUrl.replace(/\/+$/, "")}/api/v1${target}`;
  const signal = call.signal ?? null;
  if (method === "GET") return new Request(url + queryOf(rest), { method, headers, signal });
  headers.set("content-type", "application/json");
  return new Request(url, { method, headers, signal, body: JSON.stringify(rest) });
}

function queryOf(input: Record<string, unknown>): string {
  const pairs = Object.entries(input).flatMap(([name, value]) => pairsOf(name, value));
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

function pairsOf(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairsOf(`${name}[]`, item));
  if (typeof value !== "object") return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) => pairsOf(`${name}[${key}]`, inner));
}

async function problemOf(response: Response): Promise<Panel1Problem> {
  const wait = Number(response.headers.get("retry-after") ?? Number.NaN);
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  const problem = isProblem ? ((await response.json()) as ProblemDocument) : foreignAnswer(response);
  return new Panel1Problem(problem, Number.isFinite(wait) ? wait : undefined);
}

/** Something between the client and the service has answered instead. */
function foreignAnswer({ status, statusText, headers }: Response): ProblemDocument {
  return {
    type: "about:blank",
    title: statusText,
    status,
    detail: "The answer is not one of this API.",
    instance: headers.get("x-request-id") ?? "",
    code: "http.foreign_answer",
  };
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
