// Made from the operations by `npm run client:generate`. Do not edit: the next run writes it anew.

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

function sender(options: Panel1Options): Send {
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

export type Addon = {
  id: Id;
  slug: string;
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  taxClass: string;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type AddonWithPrices = {
  id: Id;
  slug: string;
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  taxClass: string;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  productIds: string[];
  prices: OwnedPrice[];
};

export type Addons = { items: AddonWithPrices[] };

export type AddressForm = {
  country: string;
  parts: { part: "city" | "region" | "postalCode"; isRequired: boolean }[];
  /** What the region is called; null where there is none. */
  regionName:
    | "state"
    | "province"
    | "prefecture"
    | "county"
    | "region"
    | "emirate"
    | "department"
    | "island"
    | "district"
    | null;
  postalName: "postalCode" | "zip" | "postcode" | "pin" | "eircode";
  /** Regular expression for the whole postal code. */
  postalPattern: string | null;
  postalExample: string | null;
  regions: { code: string; name: string }[];
};

export type ApiKey = {
  id: Id;
  name: string;
  /** Beginning of the secret, to tell keys apart. */
  prefix: string;
  scopes: string[];
  status: "ACTIVE" | "EXPIRED" | "REVOKED";
  createdBy: { id: Id; name: string };
  createdAt: Instant;
  expiresAt: Instant | null;
  /** To the minute. */
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
};

export type AuditChain = {
  isIntact: boolean;
  /** How many entries the chain has. */
  entries: number;
  /** Sequence of the first entry that does not fit the one before; null when all do. */
  firstBreak: number | null;
  checkedAt: Instant;
};

export type AuditEntry = {
  id: Id;
  /** Position in the tenant's chain, from 1, without gaps. */
  sequence: number;
  at: Instant;
  operation: string;
  actor: { kind: "user" | "api_key" | "visitor" | "system"; id: Id | null; name: string };
  /** The member of staff who acted as the actor. */
  by: { id: Id; name: string } | null;
  address: string | null;
  requestId: string | null;
  recordType: string | null;
  recordId: string | null;
  /** The record before, secrets masked; null where it is new. */
  before: unknown | null;
  after: unknown | null;
};

export type Backlog = {
  /** A whole number. */ waiting: number;
  oldestAt: Instant | null;
  asOf: Instant;
};

export type BrandSettings = {
  id: Id;
  accent: string | null;
  supportUrl: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  imprintUrl: string | null;
  /** Served at `/brand/{id}`. */
  logoFileId: Id | null;
  /** For the dark theme. */
  darkLogoFileId: Id | null;
  /** The square sign, also of the browser's tab. */
  iconFileId: Id | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
};

/** A civil day, without time or zone. */
export type CalendarDate = string;

export type Client = {
  id: Id;
  /** A whole number. */
  number: number;
  kind: "PERSON" | "COMPANY";
  name: string;
  companyName: string | null;
  email: string;
  country: string;
  currency: string;
  language: string | null;
  status: "ACTIVE" | "ARCHIVED" | "MERGED" | "ERASED";
  line1: string | null;
  line2: string | null;
  city: string | null;
  /** Code of ISO 3166-2 where the country's addresses use one, else as written. */
  region: string | null;
  postalCode: string | null;
  /** In the form of E.164. */
  phone: string | null;
  taxNumber: string | null;
  /** Something was billed in it: it stays. */
  isCurrencyLocked: boolean;
  /** Null too for whoever may not see it. */
  groupId: Id | null;
  tags: string[];
  creditTermsDays: number | null;
  creditLimit: Money | null;
  customValues: Record<string, string | number | boolean | null>;
  /** The client that this one became part of. */
  mergedIntoId: Id | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ClientCount = {
  /** A whole number. */ active: number;
  /** A whole number. */
  archived: number;
};

export type ClientFile = {
  id: Id;
  clientId: Id;
  name: string;
  mediaType: string;
  /** A whole number. */
  sizeBytes: number;
  /** Whether the client's people see it. */
  isVisible: boolean;
  uploadedByName: string;
  createdAt: Instant;
};

export type ClientFileContent = {
  name: string;
  mediaType: string;
  /** The bytes in base64. */
  content: string;
};

export type ClientGroup = {
  id: Id;
  name: string;
  tone: "neutral" | "info" | "positive" | "warning" | "danger";
  /** A whole number. */
  clients: number;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ClientNote = {
  id: Id;
  clientId: Id;
  text: string;
  isPinned: boolean;
  authorId: Id | null;
  authorName: string;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ClientTags = {
  items: {
    tag: string;
    /** A whole number. */
    clients: number;
  }[];
};

export type Company = {
  id: Id;
  name: string;
  legalName: string | null;
  country: string;
  currency: string;
  language: string;
  timeZone: string;
  taxNumber: string | null;
  registrationNumber: string | null;
  /** Where its clients write to. */
  email: string | null;
  accent: string | null;
  status: "ACTIVE" | "SUSPENDED";
  suspendedReason: string | null;
  /** The one that links name first. */
  hosts: string[];
  /** A whole number. */
  clientCount: number;
  /** A whole number. */
  staffCount: number;
  /** People who act for clients. */
  personCount: number;
  /** A whole number. */
  fileBytes: number;
  /** When anybody of it was last here. */
  lastSeenAt: Instant | null;
  createdAt: Instant;
};

export type CompanyBrand = {
  id: Id;
  accent: string | null;
  supportUrl: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  imprintUrl: string | null;
  /** Served at `/brand/{id}`. */
  logoFileId: Id | null;
  /** For the dark theme. */
  darkLogoFileId: Id | null;
  /** The square sign, also of the browser's tab. */
  iconFileId: Id | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  name: string;
};

export type CompanyLink = {
  id: Id;
  /** The host that the company will answer on. */
  host: string;
  note: string | null;
  createdBy: string;
  createdAt: Instant;
  expiresAt: Instant;
};

export type Contact = {
  id: Id;
  clientId: Id;
  name: string;
  email: string;
  phone: string | null;
  position: string | null;
  language: string | null;
  /** The kinds of mail that the contact gets. */
  mails: ("general" | "invoice" | "support" | "product" | "domain" | "marketing")[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type Coupon = {
  id: Id;
  code: string;
  kind: "PERCENT" | "FIXED";
  percent: string | null;
  amounts: Record<string, number>;
  planIds: Id[];
  maxUses: number | null;
  uses: number;
  oncePerClient: boolean;
  validFrom: Instant | null;
  validUntil: Instant | null;
  isActive: boolean;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

/** Currency code of ISO 4217. */
export type Currency =
  | "AED"
  | "AFN"
  | "ALL"
  | "AMD"
  | "AOA"
  | "ARS"
  | "AUD"
  | "AWG"
  | "AZN"
  | "BAM"
  | "BBD"
  | "BDT"
  | "BHD"
  | "BIF"
  | "BMD"
  | "BND"
  | "BOB"
  | "BOV"
  | "BRL"
  | "BSD"
  | "BTN"
  | "BWP"
  | "BYN"
  | "BZD"
  | "CAD"
  | "CDF"
  | "CHE"
  | "CHF"
  | "CHW"
  | "CLF"
  | "CLP"
  | "CNY"
  | "COP"
  | "COU"
  | "CRC"
  | "CUP"
  | "CVE"
  | "CZK"
  | "DJF"
  | "DKK"
  | "DOP"
  | "DZD"
  | "EGP"
  | "ERN"
  | "ETB"
  | "EUR"
  | "FJD"
  | "FKP"
  | "GBP"
  | "GEL"
  | "GHS"
  | "GIP"
  | "GMD"
  | "GNF"
  | "GTQ"
  | "GYD"
  | "HKD"
  | "HNL"
  | "HTG"
  | "HUF"
  | "IDR"
  | "ILS"
  | "INR"
  | "IQD"
  | "IRR"
  | "ISK"
  | "JMD"
  | "JOD"
  | "JPY"
  | "KES"
  | "KGS"
  | "KHR"
  | "KMF"
  | "KPW"
  | "KRW"
  | "KWD"
  | "KYD"
  | "KZT"
  | "LAK"
  | "LBP"
  | "LKR"
  | "LRD"
  | "LSL"
  | "LYD"
  | "MAD"
  | "MDL"
  | "MGA"
  | "MKD"
  | "MMK"
  | "MNT"
  | "MOP"
  | "MRU"
  | "MUR"
  | "MVR"
  | "MWK"
  | "MXN"
  | "MXV"
  | "MYR"
  | "MZN"
  | "NAD"
  | "NGN"
  | "NIO"
  | "NOK"
  | "NPR"
  | "NZD"
  | "OMR"
  | "PAB"
  | "PEN"
  | "PGK"
  | "PHP"
  | "PKR"
  | "PLN"
  | "PYG"
  | "QAR"
  | "RON"
  | "RSD"
  | "RUB"
  | "RWF"
  | "SAR"
  | "SBD"
  | "SCR"
  | "SDG"
  | "SEK"
  | "SGD"
  | "SHP"
  | "SLE"
  | "SOS"
  | "SRD"
  | "SSP"
  | "STN"
  | "SVC"
  | "SYP"
  | "SZL"
  | "THB"
  | "TJS"
  | "TMT"
  | "TND"
  | "TOP"
  | "TRY"
  | "TTD"
  | "TWD"
  | "TZS"
  | "UAH"
  | "UGX"
  | "USD"
  | "USN"
  | "UYI"
  | "UYU"
  | "UYW"
  | "UZS"
  | "VED"
  | "VES"
  | "VND"
  | "VUV"
  | "WST"
  | "XAD"
  | "XAF"
  | "XCD"
  | "XCG"
  | "XOF"
  | "XPF"
  | "YER"
  | "ZAR"
  | "ZMW"
  | "ZWG";

export type CustomField = {
  id: Id;
  key: string;
  label: Record<string, string>;
  help: Record<string, string>;
  kind: "text" | "long_text" | "number" | "date" | "yes_no" | "choice";
  choices: { value: string; label: Record<string, string> }[];
  isRequired: boolean;
  isVisibleToClient: boolean;
  position: number;
  retiredAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type CustomFields = { items: CustomField[] };

export type DataExport = {
  id: Id;
  subjectKind: "user" | "client" | "contact";
  subjectId: Id;
  subjectName: string;
  status: "requested" | "ready" | "failed" | "expired";
  createdAt: Instant;
  readyAt: Instant | null;
  expiresAt: Instant | null;
};

export type Deleted = { id: Id };

export type DurableAttempt = {
  /** From 1. */ number: number;
  /** `waiting` is for capacity; `dropped` was not needed any more. */
  state: "queued" | "waiting" | "running" | "done" | "failed" | "dropped";
  dueAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  error: unknown | null;
};

export type DurableBulkResult = {
  /** A whole number. */ done: number;
  refused: {
    code: string;
    /** A whole number. */
    count: number;
  }[];
};

export type DurableFunction = {
  id: string;
  name: string;
  isGone: boolean;
  events: string[];
  schedules: { cron: string; timeZone: string | null; nextAt: Instant }[];
  /** Runs that have not ended. */
  open: number;
  /** Failed runs that are kept. */
  failed: number;
  /** Runs that began within the last 24 hours. */
  recent: number;
  lastAt: Instant | null;
};

export type DurableQueue = {
  place: "local" | "elsewhere";
  /** Where runs are shown, if not here. */
  dashboardUrl: string | null;
  /** A whole number. */
  queued: number;
  /** A whole number. */
  running: number;
  /** A whole number. */
  waiting: number;
  /** A whole number. */
  sleeping: number;
  /** A whole number. */
  failed: number;
  /** Since when the oldest work that is due has waited. */
  oldestDueAt: Instant | null;
  asOf: Instant;
};

export type DurableRun = {
  id: Id;
  functionId: string;
  functionName: string;
  /** Name of the event that started it. */
  eventName: string;
  state: "queued" | "running" | "waiting" | "sleeping" | "completed" | "failed" | "cancelled";
  /** Somebody asked for its end, which the server is about to bring. */
  isCancelling: boolean;
  /** It belongs to no company, but to the installation. */
  isOfInstallation: boolean;
  /** The record that the event is about. */
  subject: string | null;
  /** Times that somebody had it go on after it had failed. */
  retries: number;
  /** The run that this one repeats. */
  repeatsId: Id | null;
  /** Why it failed or was cancelled. */
  error: string | null;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
};

export type DurableRunDetails = {
  id: Id;
  functionId: string;
  functionName: string;
  /** Name of the event that started it. */
  eventName: string;
  state: "queued" | "running" | "waiting" | "sleeping" | "completed" | "failed" | "cancelled";
  /** Somebody asked for its end, which the server is about to bring. */
  isCancelling: boolean;
  /** It belongs to no company, but to the installation. */
  isOfInstallation: boolean;
  /** The record that the event is about. */
  subject: string | null;
  /** Times that somebody had it go on after it had failed. */
  retries: number;
  /** The run that this one repeats. */
  repeatsId: Id | null;
  /** Why it failed or was cancelled. */
  error: string | null;
  createdAt: Instant;
  startedAt: Instant | null;
  endedAt: Instant | null;
  event: {
    id: string;
    receivedAt: Instant;
    /** JSON with secrets masked; the beginning of its text where it is very long. */
    payload: unknown | null;
  };
  /** The run that invoked it. */
  parentRunId: Id | null;
  /** The latest run that repeats it. */
  repeatedById: Id | null;
  mostAttempts: number;
  /** The product no longer has this function. */
  isFunctionGone: boolean;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  output: unknown | null;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  errorDetails: unknown | null;
  steps: DurableStep[];
  /** Attempts at the function itself that failed. */
  attempts: DurableAttempt[];
  asOf: Instant;
};

export type DurableStep = {
  id: string;
  name: string;
  kind: "run" | "sleep" | "wait" | "invoke";
  state: "open" | "done" | "failed";
  startedAt: Instant;
  endedAt: Instant | null;
  /** When its sleep or its wait is over at the latest. */
  dueAt: Instant | null;
  awaitedEvent: string | null;
  invokedRunId: Id | null;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  input: unknown | null;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  output: unknown | null;
  /** JSON with secrets masked; the beginning of its text where it is very long. */
  error: unknown | null;
  attempts: DurableAttempt[];
};

export type EndedSession = { id: Id; endedAt: Instant };

export type Erasure = { subjectId: Id; isErased: boolean };

export type ErasurePreview = {
  /** What has to be typed to confirm. */ name: string;
  parts: { table: string; rows: number; fate: "deleted" | "anonymised" | "kept" }[];
  /** Code of the refusal that an erasure would meet. */
  refusedBy: string | null;
};

export type ErasureRequest = {
  id: Id;
  subjectKind: "user" | "client" | "contact";
  subjectId: Id;
  subjectName: string;
  requestedByName: string;
  reason: string | null;
  status: "open" | "done" | "declined";
  answer: string | null;
  version: number;
  createdAt: Instant;
  decidedAt: Instant | null;
};

export type Gateway = { id: string; isTest: boolean; settings: { name: string; isSecret: boolean }[] };

export type GatewayConnection = {
  id: Id;
  gateway: string;
  name: Record<string, string>;
  isEnabled: boolean;
  isTest: boolean;
  settings: Record<string, string>;
  /** Names of the secret fields that are set. They are never shown. */
  secrets: string[];
  /** Where the gateway tells what became of a payment. */
  webhookPath: string;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type Host = {
  host: string;
  /** Whether links in mails and documents name it. */
  isPrimary: boolean;
  /** Null: not proved yet, and not answered on. */
  verifiedAt: Instant | null;
  lastCheckedAt: Instant | null;
  lastProblem: "no_record" | "other_value" | "unreachable" | "taken" | null;
  createdAt: Instant;
  /** The record that proves the host. */
  record: { type: "TXT"; name: string; value: string };
};

/** Id of a record. */
export type Id = string;

/** An instant, ISO 8601 with an offset; finer than milliseconds is cut off. */
export type Instant = string;

export type Invitation = {
  id: Id;
  kind: "STAFF" | "CLIENT";
  clientId: Id | null;
  email: string;
  name: string | null;
  role: string;
  roleName: string | null;
  status: "OPEN" | "EXPIRED" | "ACCEPTED" | "REVOKED";
  invitedBy: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
  expiresAt: Instant;
};

export type Invoice = {
  id: Id;
  clientId: Id;
  clientName: string;
  orderId: Id | null;
  status: "DRAFT" | "ISSUED" | "PARTLY_PAID" | "PAID" | "VOID";
  /** Past its day and not paid. */
  isOverdue: boolean;
  /** The legal number: given at issue. */
  number: string | null;
  currency: string;
  issuedOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  net: Money;
  tax: Money;
  total: Money;
  paid: Money;
  /** Total less what was paid; zero of a void one. */
  due: Money;
  paidAt: Instant | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  language: string;
  isInclusive: boolean;
  seller: InvoiceParty | null;
  buyer: InvoiceParty | null;
  issuedAt: Instant | null;
  voidedAt: Instant | null;
  voidReason: string | null;
  updatedAt: Instant;
  lines: InvoiceLine[];
  taxes: { name: string; category: "S" | "Z" | "E" | "AE" | "O"; rate: string; net: Money; tax: Money }[];
};

export type InvoiceCount = {
  /** A whole number. */ draft: number;
  /** A whole number. */
  open: number;
  /** A whole number. */
  overdue: number;
  /** A whole number. */
  paid: number;
  /** A whole number. */
  voided: number;
};

export type InvoiceLine = {
  id: Id;
  position: number;
  description: string;
  quantity: number;
  unit: Money;
  setup: Money;
  discount: Money;
  /** With tax where the invoice is inclusive. */
  amount: Money;
  net: Money;
  taxClass: string;
  taxCategory: "S" | "Z" | "E" | "AE" | "O";
  taxRate: string;
  periodStart: CalendarDate | null;
  periodEnd: CalendarDate | null;
  subscriptionId: Id | null;
};

export type InvoiceLineInput = {
  description: string;
  /** Default: 1. */
  quantity?: number;
  /** In the client's currency; below zero for a credit. */
  unit: Money;
  /** `standard` unless products have other classes; `exempt` bears no tax. Default: "standard". */
  taxClass?: string;
};

export type InvoiceParty = {
  name: string;
  companyName: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string;
  email: string | null;
  taxNumber: string | null;
  registrationNumber: string | null;
};

export type InvoiceSummary = {
  id: Id;
  clientId: Id;
  clientName: string;
  orderId: Id | null;
  status: "DRAFT" | "ISSUED" | "PARTLY_PAID" | "PAID" | "VOID";
  /** Past its day and not paid. */
  isOverdue: boolean;
  /** The legal number: given at issue. */
  number: string | null;
  currency: string;
  issuedOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  net: Money;
  tax: Money;
  total: Money;
  paid: Money;
  /** Total less what was paid; zero of a void one. */
  due: Money;
  paidAt: Instant | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
};

export type JournalEntry = {
  id: Id;
  day: CalendarDate;
  description: string;
  /** The document that made the entry; kind `manual` for one posted by hand. */
  source: { kind: string; id: Id | null };
  /** The entry that this one takes back. */
  reversesId: Id | null;
  /** The entry that took this one back. */
  reversedById: Id | null;
  postedAt: Instant;
  lines: JournalLine[];
};

export type JournalLine = {
  accountId: Id;
  accountCode: string;
  accountName: string;
  clientId: Id | null;
  side: "DEBIT" | "CREDIT";
  amount: Money;
};

export type JournalLineInput = {
  /** Code of an account, unique in the company's chart. */ accountCode: string;
  side: "DEBIT" | "CREDIT";
  amount: Money;
  /** The client whom the line concerns, if any. */
  clientId?: Id;
};

export type LedgerAccount = {
  id: Id;
  code: string;
  name: string;
  type: "ASSET" | "LIABILITY" | "EQUITY" | "INCOME" | "EXPENSE";
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type LedgerBalance = {
  accountId: Id;
  accountCode: string;
  accountName: string;
  accountType: "ASSET" | "LIABILITY" | "EQUITY" | "INCOME" | "EXPENSE";
  /** Null for lines of no client, and in sums by account. */
  clientId: Id | null;
  currency: Currency;
  debit: Money;
  credit: Money;
  /** Debit less credit: over all accounts of a currency it is zero. */
  net: Money;
  /** On the side where the account grows: money in the bank and tax owed are both positive. */
  balance: Money;
};

export type ListedOrder = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  status: "PENDING" | "HELD" | "ACTIVE" | "CANCELLED" | "FRAUD";
  source: "STOREFRONT" | "STAFF" | "API";
  net: Money;
  tax: Money;
  total: Money;
  couponCode: string | null;
  invoiceId: Id | null;
  placedByName: string;
  termsAcceptedAt: Instant | null;
  /** For staff only. */
  ipAddress: string | null;
  /** For staff only. */
  ipCountry: string | null;
  /** For staff only: why it was held. */
  reviewReasons: ReviewReason[];
  reviewedByName: string | null;
  reviewedAt: Instant | null;
  /** Why it was cancelled. */
  reason: string | null;
  acceptedAt: Instant | null;
  endedAt: Instant | null;
  version: number;
  createdAt: Instant;
  clientName: string;
};

export type ListedPlan = {
  id: Id;
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  productId: Id;
  /** A text by language: en, de, ar. */
  productName: Record<string, string>;
  productStatus: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
};

export type ListedPlans = {
  items: ListedPlan[];
  /** In which something can be bought. */
  currencies: Currency[];
};

export type ListedProduct = {
  id: Id;
  groupId: Id;
  slug: string;
  kind: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  taxClass: string;
  module: string | null;
  moduleSettings: Record<string, string>;
  asksHostName: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  /** How many it has, the retired ones not counted. */
  plans: number;
};

/** Null where it is not kept, or not to be read. */
export type MailBody = { html: string | null; text: string | null };

export type MailMessage = {
  id: Id;
  kind: "TRANSACTIONAL" | "MARKETING";
  template: string;
  language: "en" | "de" | "ar";
  toAddress: string;
  toName: string | null;
  subject: string;
  /** Carries a credential; only the owner may read it, and only here. */
  isSensitive: boolean;
  /** Whether what it said is still kept. */
  hasBody: boolean;
  state: "QUEUED" | "SENDING" | "SENT" | "FAILED" | "BOUNCED";
  round: number;
  attempts: number;
  reason:
    | "unavailable"
    | "rate_limited"
    | "outcome_unknown"
    | "misconfigured"
    | "recipient_refused"
    | "message_refused"
    | "address_bounced"
    | "complained"
    | "unsubscribed"
    | "expired"
    | "body_gone"
    | "gave_up"
    | null;
  /** The other side's own words. */
  detail: string | null;
  transport: string | null;
  providerId: string | null;
  clientId: Id | null;
  userId: Id | null;
  recordType: string | null;
  recordId: Id | null;
  expiresAt: Instant | null;
  nextAttemptAt: Instant | null;
  sentAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

export type MailPreview = { subject: string; html: string; text: string };

export type MailSettings = {
  /** Null: as the installation. */ transport: "local" | "smtp" | "resend" | null;
  installationTransport: "local" | "smtp" | "resend";
  fromName: string | null;
  fromAddress: string | null;
  /** The sender where no address is set. */
  usualAddress: string;
  replyTo: string | null;
  smtpHost: string | null;
  smtpPort: number | null;
  smtpSecurity: "tls" | "starttls" | "none" | null;
  smtpUser: string | null;
  hasSmtpPassword: boolean;
  hasResendKey: boolean;
  hasResendWebhookSecret: boolean;
  version: number;
};

export type MailSuppression = {
  id: Id;
  address: string;
  reason: "BOUNCED" | "COMPLAINED" | "UNSUBSCRIBED";
  detail: string | null;
  messageId: Id | null;
  createdAt: Instant;
};

export type MailTemplate = {
  /** Of the company's own words; null while the product's hold. */ id: Id | null;
  template:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language: "en" | "de" | "ar";
  subject: string;
  heading: string;
  body: string;
  action: string | null;
  note: string | null;
  variables: string[];
  /** Whether the mail has a button. */
  hasAction: boolean;
  /** Whether the words are the company's own. */
  isOwn: boolean;
  /** 0 while the product's words hold. */
  version: number;
  updatedAt: Instant | null;
};

export type MailTemplates = { items: MailTemplate[] };

export type ManyClientsChanged = { changed: number; skipped: number };

export type MarketingConsent = {
  id: Id;
  email: string;
  isGiven: boolean;
  source: "registration" | "portal" | "staff" | "unsubscribe";
  wording: string;
  address: string | null;
  at: Instant;
};

export type MarketingConsents = { items: MarketingConsent[] };

export type Me = {
  user: User;
  /** What this request's actor may do, as patterns. */
  permissions: string[];
  via: "session" | "api_key";
};

export type Membership = {
  id: Id;
  userId: Id;
  clientId: Id;
  clientName: string;
  name: string;
  email: string;
  role: string;
  roleName: string | null;
  status: "PENDING" | "ACTIVE" | "SUSPENDED" | "ERASED";
  lastSignInAt: Instant | null;
  version: number;
  createdAt: Instant;
};

export type MergePreview = {
  contacts: number;
  people: number;
  notes: number;
  files: number;
  tags: string[];
  balances: { accountName: string; net: Money }[];
  /** Code of the refusal that a merge would meet. */
  refusedBy: string | null;
};

/** An amount as an integer of minor units: 1999 EUR is 19.99 euro, 1999 JPY is 1999 yen. */
export type Money = { minor: number; currency: Currency };

export type NewCompanyLink = {
  link: CompanyLink;
  /** The link itself. Shown this once. */
  url: string;
};

export type OptionChoice = {
  id: Id;
  key: string;
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  isDefault: boolean;
  position: number;
};

export type Order = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  status: "PENDING" | "HELD" | "ACTIVE" | "CANCELLED" | "FRAUD";
  source: "STOREFRONT" | "STAFF" | "API";
  net: Money;
  tax: Money;
  total: Money;
  couponCode: string | null;
  invoiceId: Id | null;
  placedByName: string;
  termsAcceptedAt: Instant | null;
  /** For staff only. */
  ipAddress: string | null;
  /** For staff only. */
  ipCountry: string | null;
  /** For staff only: why it was held. */
  reviewReasons: ReviewReason[];
  reviewedByName: string | null;
  reviewedAt: Instant | null;
  /** Why it was cancelled. */
  reason: string | null;
  acceptedAt: Instant | null;
  endedAt: Instant | null;
  version: number;
  createdAt: Instant;
};

export type OrderCounts = {
  /** A whole number. */ pending: number;
  /** A whole number. */
  held: number;
  /** A whole number. */
  active: number;
  /** A whole number. */
  cancelled: number;
  /** A whole number. */
  fraud: number;
};

export type OrderLine = {
  id: Id;
  /** Lines of one thing bought share it. */
  item: number;
  kind: "PLAN" | "OPTION" | "ADDON" | "DISCOUNT";
  description: string;
  cycle: string;
  quantity: number;
  unit: Money;
  setup: Money;
  discount: Money;
  amount: Money;
  subscriptionId: Id | null;
  /** For staff only. */
  overrideReason: string | null;
};

export type OrderWithLines = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  status: "PENDING" | "HELD" | "ACTIVE" | "CANCELLED" | "FRAUD";
  source: "STOREFRONT" | "STAFF" | "API";
  net: Money;
  tax: Money;
  total: Money;
  couponCode: string | null;
  invoiceId: Id | null;
  placedByName: string;
  termsAcceptedAt: Instant | null;
  /** For staff only. */
  ipAddress: string | null;
  /** For staff only. */
  ipCountry: string | null;
  /** For staff only: why it was held. */
  reviewReasons: ReviewReason[];
  reviewedByName: string | null;
  reviewedAt: Instant | null;
  /** Why it was cancelled. */
  reason: string | null;
  acceptedAt: Instant | null;
  endedAt: Instant | null;
  version: number;
  createdAt: Instant;
  lines: OrderLine[];
};

export type OwnedPrice = {
  id: Id;
  cycle: string;
  amount: Money;
  /** Due once, with the first period. */
  setup: Money;
  validFrom: Instant;
  /** Null: it counts. */
  validUntil: Instant | null;
  ownerId: Id;
};

export type Payment = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  clientName: string;
  invoiceId: Id;
  invoiceNumber: string | null;
  connectionId: Id | null;
  /** The gateway's id, or how the money came: `bank_transfer`, `cash`, `other`. */
  gateway: string;
  status: "PENDING" | "UNKNOWN" | "REQUIRES_ACTION" | "PROCESSING" | "CANCELLED" | "FAILED" | "SUCCEEDED";
  amount: Money;
  /** Part of it that no invoice could take: the client's credit. */
  credited: Money;
  reference: string | null;
  method: string | null;
  /** Where the payer confirms, while it requires action. */
  actionUrl: string | null;
  failureCode: string | null;
  /** What the gateway said; null for the client's people. */
  failureDetail: string | null;
  receivedAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type PaymentOption = {
  connectionId: Id;
  gateway: string;
  name: Record<string, string>;
  isTest: boolean;
  form: "card" | "none";
  testCards: { number: string; meaning: string }[];
};

export type Person = {
  id: Id;
  kind: "STAFF" | "CLIENT";
  /** Of staff. What a client's user may do stands in the membership. */
  role: string;
  /** Name of a role of the company; null for built-in ones. */
  roleName: string | null;
  email: string;
  name: string;
  language: "en" | "de" | "ar" | null;
  status: "PENDING" | "ACTIVE" | "SUSPENDED" | "ERASED";
  statusReason: string | null;
  hasSecondFactor: boolean;
  lastSignInAt: Instant | null;
  version: number;
  createdAt: Instant;
};

export type Plan = {
  id: Id;
  productId: Id;
  slug: string;
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline: Record<string, string>;
  features: Record<string, string>[];
  moduleSettings: Record<string, string>;
  stock: number | null;
  perClientLimit: number | null;
  maxQuantity: number;
  isHighlighted: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type PlanOffer = {
  currency: Currency;
  language: string;
  group: {
    id: Id;
    slug: string;
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
  };
  product: {
    id: Id;
    slug: string;
    kind: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
    status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** A text by language: en, de, ar. */
    tagline: Record<string, string>;
    /** A text by language: en, de, ar. */
    description: Record<string, string>;
    taxClass: string;
    asksHostName: boolean;
  };
  plan: {
    id: Id;
    slug: string;
    status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** A text by language: en, de, ar. */
    tagline: Record<string, string>;
    features: Record<string, string>[];
    /** How many are left; null: no end. */
    stock: number | null;
    perClientLimit: number | null;
    maxQuantity: number;
    isHighlighted: boolean;
  };
  prices: { id: Id; cycle: string; amount: Money; setup: Money }[];
  options: {
    id: Id;
    key: string;
    kind: "CHOICE" | "QUANTITY" | "YES_NO";
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** A text by language: en, de, ar. */
    help: Record<string, string>;
    /** A text by language: en, de, ar. */
    unit: Record<string, string>;
    minimum: number;
    maximum: number;
    step: number;
    choices: {
      id: Id;
      key: string;
      /** A text by language: en, de, ar. */
      name: Record<string, string>;
      isDefault: boolean;
      /** Comes with the plan. */
      isIncluded: boolean;
      prices: { id: Id; cycle: string; amount: Money; setup: Money }[];
    }[];
  }[];
  addons: {
    id: Id;
    slug: string;
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** A text by language: en, de, ar. */
    description: Record<string, string>;
    taxClass: string;
    prices: { id: Id; cycle: string; amount: Money; setup: Money }[];
  }[];
  fields: {
    key: string;
    kind: "text" | "long_text" | "number" | "date" | "yes_no" | "choice";
    /** A text by language: en, de, ar. */
    label: Record<string, string>;
    /** A text by language: en, de, ar. */
    help: Record<string, string>;
    choices: string[];
    isRequired: boolean;
  }[];
};

export type PriceHistory = { items: OwnedPrice[] };

export type PricedSelection = {
  label: string;
  lines: {
    kind: "PLAN" | "OPTION" | "ADDON";
    description: string;
    quantity: number;
    unit: Money;
    setup: Money;
    /** Whether it is billed again each cycle. */
    recurs: boolean;
  }[];
  due: Money;
  /** Again each cycle. */
  recurring: Money;
};

export type Prices = { items: OwnedPrice[] };

export type Product = {
  id: Id;
  groupId: Id;
  slug: string;
  kind: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  taxClass: string;
  module: string | null;
  moduleSettings: Record<string, string>;
  asksHostName: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ProductField = {
  id: Id;
  productId: Id;
  key: string;
  kind: "text" | "long_text" | "number" | "date" | "yes_no" | "choice";
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  label: Record<string, string>;
  /** A text by language: en, de, ar. */
  help: Record<string, string>;
  choices: string[];
  isRequired: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ProductGroup = {
  id: Id;
  slug: string;
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  /** Not shown on the storefront; what is in it is sold by link. */
  isHidden: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ProductOption = {
  id: Id;
  productId: Id;
  key: string;
  kind: "CHOICE" | "QUANTITY" | "YES_NO";
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  help: Record<string, string>;
  /** A text by language: en, de, ar. */
  unit: Record<string, string>;
  minimum: number;
  maximum: number;
  step: number;
  position: number;
  choices: OptionChoice[];
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ProductsInGroups = { groups: ProductGroup[]; products: ListedProduct[] };

export type Receivables = {
  items: {
    age: "current" | "1-30" | "31-60" | "61-90" | "over-90";
    due: Money;
    /** A whole number. */
    invoices: number;
  }[];
};

export type ReceivedMail = {
  id: Id;
  template: string;
  subject: string;
  toAddress: string;
  sentAt: Instant;
  /** Carried a credential, so it can be read in the mailbox only. */
  isSensitive: boolean;
};

export type ReceivedMailDetail = {
  id: Id;
  template: string;
  subject: string;
  toAddress: string;
  sentAt: Instant;
  /** Carried a credential, so it can be read in the mailbox only. */
  isSensitive: boolean;
  html: string | null;
  text: string | null;
};

export type ReviewReason = { rule: "amount" | "country_mismatch" | "velocity" | "disposable_mail" };

export type Role = {
  /** A built-in role's name, or the id. */ key: string;
  /** Null for built-in roles. */
  id: Id | null;
  kind: "STAFF" | "CLIENT";
  /** Null for built-in roles: their names are translated. */
  name: string | null;
  description: string | null;
  /** Built-in role that it was copied from. */
  base: string | null;
  permissions: string[];
  /** How many have it. */
  people: number;
  version: number;
};

export type RoleDetail = {
  /** A built-in role's name, or the id. */ key: string;
  /** Null for built-in roles. */
  id: Id | null;
  kind: "STAFF" | "CLIENT";
  /** Null for built-in roles: their names are translated. */
  name: string | null;
  description: string | null;
  /** Built-in role that it was copied from. */
  base: string | null;
  permissions: string[];
  /** How many have it. */
  people: number;
  version: number;
  /** Who has it; the first hundred. */
  holders: { userId: Id; name: string; email: string; client: { clientId: Id; name: string } | null }[];
};

export type SecondFactorPolicy = {
  /** Names of built-in roles, ids of custom ones. Default: []. */ roles?: string[];
  /** The setting `security.secondFactor`, which holds beside the roles. */
  demandedOf: "optional" | "staff" | "everyone";
  version: number;
};

export type Service = {
  id: Id;
  clientId: Id;
  clientName: string;
  subscriptionId: Id;
  productId: Id;
  planId: Id;
  label: string;
  module: string;
  status: "PENDING" | "CREATING" | "ACTIVE" | "SUSPENDED" | "TERMINATED" | "FAILED";
  hostName: string | null;
  /** What the client is told: userName, server, url, ipAddress. Nothing secret. */
  access: Record<string, string>;
  hasPassword: boolean;
  /** The newest deed, open or ended. */
  lastAction: ServiceAction | null;
  deliveredAt: Instant | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ServiceAction = {
  id: Id;
  serviceId: Id;
  kind: "CREATE" | "SUSPEND" | "UNSUSPEND" | "TERMINATE" | "CHANGE_PLAN" | "CHANGE_PASSWORD";
  status: "QUEUED" | "RUNNING" | "WAITING" | "SUCCEEDED" | "FAILED" | "UNKNOWN";
  step: "validate" | "reserve" | "create" | "apply" | "verify" | "tell" | null;
  attempts: number;
  /** Counts how often it was set on its way. */
  round: number;
  errorKind: string | null;
  /** For staff; null for the client's people. */
  errorText: string | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  createdAt: Instant;
};

export type ServiceCount = {
  /** A whole number. */ PENDING: number;
  /** A whole number. */
  CREATING: number;
  /** A whole number. */
  ACTIVE: number;
  /** A whole number. */
  SUSPENDED: number;
  /** A whole number. */
  TERMINATED: number;
  /** A whole number. */
  FAILED: number;
};

export type Session = {
  id: Id;
  address: string | null;
  userAgent: string | null;
  /** Whether this very request belongs to it. */
  isCurrent: boolean;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
  /** By what the person signed in, for instance password or link. */
  method: string;
  /** Country of the address, as far as it is known. */
  place: string | null;
};

export type Setting = {
  key: string;
  area: string;
  value: unknown;
  /** What holds until somebody changes it. */
  initial: unknown;
  isChanged: boolean;
  /** 0 while it was never changed. */
  version: number;
  updatedAt: Instant | null;
};

export type SignInProvider = {
  id: Id;
  kind: "oidc" | "google" | "microsoft" | "github";
  name: string;
  issuer: string | null;
  oauthClient: string;
  isEnabled: boolean;
  forStaff: boolean;
  forClients: boolean;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type StaffTask = {
  id: Id;
  /** Carry a deed out by hand, or look into one that failed. */
  kind: "carry_out" | "look_into";
  status: "OPEN" | "DONE" | "CANCELLED";
  serviceId: Id | null;
  serviceLabel: string | null;
  clientId: Id | null;
  clientName: string | null;
  actionKind: "CREATE" | "SUSPEND" | "UNSUSPEND" | "TERMINATE" | "CHANGE_PLAN" | "CHANGE_PASSWORD" | null;
  hostName: string | null;
  /** The user name that was set aside for it. */
  userName: string | null;
  instructions: string;
  note: string | null;
  doneByName: string | null;
  doneAt: Instant | null;
  createdAt: Instant;
};

export type StaffTaskCount = {
  /** A whole number. */ open: number;
};

export type Storefront = {
  currency: Currency;
  currencies: Currency[];
  groups: StorefrontGroup[];
  offers: PlanOffer[];
};

export type StorefrontGroup = {
  id: Id;
  slug: string;
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
};

export type Subscription = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  orderId: Id;
  productId: Id;
  planId: Id;
  status: "PENDING" | "ACTIVE" | "PAST_DUE" | "SUSPENDED" | "CANCELLED" | "TERMINATED";
  label: string;
  /** `once`, or how often it is billed: 1m, 3m, 1y, 10d. */
  cycle: string;
  quantity: number;
  /** Of one cycle, before tax where prices are without it. */
  recurring: Money;
  anchor: CalendarDate | null;
  /** The first day that is not paid for. */
  paidUntil: CalendarDate | null;
  hostName: string | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  endReason: string | null;
  version: number;
  createdAt: Instant;
};

export type SubscriptionItem = { id: Id; description: string; quantity: number; unit: Money };

export type SubscriptionWithItems = {
  id: Id;
  /** A whole number. */
  number: number;
  clientId: Id;
  orderId: Id;
  productId: Id;
  planId: Id;
  status: "PENDING" | "ACTIVE" | "PAST_DUE" | "SUSPENDED" | "CANCELLED" | "TERMINATED";
  label: string;
  /** `once`, or how often it is billed: 1m, 3m, 1y, 10d. */
  cycle: string;
  quantity: number;
  /** Of one cycle, before tax where prices are without it. */
  recurring: Money;
  anchor: CalendarDate | null;
  /** The first day that is not paid for. */
  paidUntil: CalendarDate | null;
  hostName: string | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
  endReason: string | null;
  version: number;
  createdAt: Instant;
  items: SubscriptionItem[];
};

export type TaxRule = {
  id: Id;
  name: string;
  country: string;
  region: string | null;
  taxClass: string | null;
  rate: string;
  validFrom: CalendarDate;
  validUntil: CalendarDate | null;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type Tenant = {
  id: Id;
  /** The name that clients know. */
  name: string;
  legalName: string | null;
  country: string;
  /** Of the books; decided at set-up. */
  currency: string;
  language: "en" | "de" | "ar";
  /** Where the company's calendar days begin and end. */
  timeZone: string;
  taxNumber: string | null;
  registrationNumber: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  phone: string | null;
  /** Where clients write to. */
  email: string | null;
  status: "ACTIVE" | "SUSPENDED";
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type TestMail = { messageId: Id; address: string };

/** Name of an IANA time zone. */
export type TimeZone = string;

export type TimelineEntry = {
  id: Id;
  at: Instant;
  actor: { kind: string; id: Id | null; name: string };
  what:
    | "order_placed"
    | "order_held"
    | "order_released"
    | "order_accepted"
    | "order_cancelled"
    | "order_fraud"
    | "invoice_issued"
    | "invoice_paid"
    | "invoice_part_paid"
    | "invoice_voided"
    | "payment_started"
    | "payment_needs_action"
    | "payment_processing"
    | "payment_received"
    | "payment_failed"
    | "payment_cancelled"
    | "payment_unknown"
    | "payment_credited"
    | "subscription_started"
    | "subscription_ended"
    | "service_asked"
    | "service_creating"
    | "service_waiting"
    | "service_delivered"
    | "service_failed"
    | "service_retried"
    | "service_suspended"
    | "service_unsuspended"
    | "service_terminated"
    | "service_plan_changed"
    | "service_password_changed"
    | "service_deed_failed";
  data: Record<string, string | number | boolean | null | { minor: number; currency: string }>;
  isPublic: boolean;
};

export type User = {
  id: Id;
  kind: "STAFF" | "CLIENT";
  role: string;
  email: string;
  name: string;
  language: "en" | "de" | "ar" | null;
  status: "PENDING" | "ACTIVE" | "SUSPENDED" | "ERASED";
  lastSignInAt: Instant | null;
  createdAt: Instant;
};

export type WholeProduct = {
  id: Id;
  groupId: Id;
  slug: string;
  kind: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
  status: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline: Record<string, string>;
  /** A text by language: en, de, ar. */
  description: Record<string, string>;
  taxClass: string;
  module: string | null;
  moduleSettings: Record<string, string>;
  asksHostName: boolean;
  position: number;
  /** Send it back with a change; a stale one is refused. */
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  plans: Plan[];
  options: ProductOption[];
  fields: ProductField[];
  addonIds: Id[];
  /** That count now, of its plans and choices. */
  prices: OwnedPrice[];
};

export type ChangePricesInput = {
  planId?: Id;
  choiceId?: Id;
  addonId?: Id;
  changes: {
    currency: Currency;
    /** `once`, or a count and a unit: `1m`, `3m`, `1y`, `10d`, `2w`. */
    cycle: string;
    /** In minor units; null ends the price. */
    amountMinor: number | null;
    /** Default: 0. */
    setupMinor?: number;
    /** The price that it takes the place of, as it was read; null where there was none. Default: null. */
    seenPriceId?: Id | null;
  }[];
};

export type ChangePricesOutput = Prices;

export type CreateAddonInput = {
  slug: string;
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  /** Default: "standard". */
  taxClass?: string;
};

export type CreateAddonOutput = Addon;

export type CreateCouponInput = {
  code: string;
  kind: "PERCENT" | "FIXED";
  /** Default: null. */
  percent?: string | null;
  amounts?: { currency: Currency; minor: number }[];
  planIds?: ("" | Id)[];
  /** Default: null. */
  maxUses?: number | null;
  /** Default: false. */
  oncePerClient?: boolean;
  validFrom?: Instant | null;
  validUntil?: Instant | null;
  /** Default: true. */
  isActive?: boolean;
};

export type CreateCouponOutput = Coupon;

export type CreateOptionInput = {
  productId: Id;
  key: string;
  kind: "CHOICE" | "QUANTITY" | "YES_NO";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  help?: Record<string, string>;
  /** A text by language: en, de, ar. */
  unit?: Record<string, string>;
  /** Default: 0. */
  minimum?: number;
  /** Default: 1. */
  maximum?: number;
  /** Default: 1. */
  step?: number;
  choices?: {
    key: "" | string;
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** Default: false. */
    isDefault?: boolean;
    /** Default: false. */
    isRetired?: boolean;
  }[];
};

export type CreateOptionOutput = ProductOption;

export type CreatePlanInput = {
  productId: Id;
  slug: string;
  /** Default: "ACTIVE". */
  status?: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline?: Record<string, string>;
  features?: Record<string, string>[];
  moduleSettings?: { name: "" | string; value: string }[];
  /** Default: null. */
  stock?: number | null;
  /** Default: null. */
  perClientLimit?: number | null;
  /** Default: 1. */
  maxQuantity?: number;
  /** Default: false. */
  isHighlighted?: boolean;
};

export type CreatePlanOutput = Plan;

export type CreateProductFieldInput = {
  productId: Id;
  key: string;
  kind: "text" | "long_text" | "number" | "date" | "yes_no" | "choice";
  /** A text by language: en, de, ar. */
  label: Record<string, string>;
  /** A text by language: en, de, ar. */
  help?: Record<string, string>;
  choices?: string[];
  /** Default: false. */
  isRequired?: boolean;
};

export type CreateProductFieldOutput = ProductField;

export type CreateProductGroupInput = {
  slug: string;
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  /** Default: false. */
  isHidden?: boolean;
};

export type CreateProductGroupOutput = ProductGroup;

export type CreateProductInput = {
  productGroupId: Id;
  slug: string;
  /** Default: "HOSTING". */
  kind?: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline?: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  /** Default: "standard". */
  taxClass?: string;
  /** Default: null. */
  module?: string | null;
  moduleSettings?: { name: "" | string; value: string }[];
  /** Default: false. */
  asksHostName?: boolean;
};

export type CreateProductOutput = Product;

export type DuplicateProductInput = { productId: Id; slug: string };

export type DuplicateProductOutput = Product;

export type GetCouponInput = { couponId: Id };

export type GetCouponOutput = Coupon;

export type GetProductInput = { productId: Id };

export type GetProductOutput = WholeProduct;

export type ListAddonsInput = Record<string, never>;

export type ListAddonsOutput = Addons;

export type ListAllPlansInput = Record<string, never>;

export type ListAllPlansOutput = ListedPlans;

export type ListCouponsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "code" | "-code" | "createdAt" | "-createdAt";
  isActive?: boolean;
  /** What the code begins with. */
  search?: string;
};

export type ListCouponsOutput = { items: Coupon[]; nextCursor: string | null };

export type ListPricesInput = { planId: Id };

export type ListPricesOutput = PriceHistory;

export type ListProductsInput = {
  status?: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** Part of the name in any language, or of the address. */
  search?: string;
};

export type ListProductsOutput = ProductsInGroups;

export type MoveCatalogRecordInput = {
  kind: "group" | "product" | "plan" | "option" | "field" | "addon";
  catalogRecordId: Id;
  direction: "up" | "down";
};

export type MoveCatalogRecordOutput = { catalogRecordId: Id; position: number };

export type OfferAddonsInput = {
  productId: Id;
  /** An empty entry stands for none. */
  addonIds: ("" | Id)[];
};

export type OfferAddonsOutput = { productId: Id; addonIds: Id[] };

export type PriceSelectionNowInput = {
  planId: Id;
  currency: Currency;
  /** `once`, or a count and a unit: `1m`, `3m`, `1y`, `10d`, `2w`. */
  cycle: string;
  /** Default: 1. */
  quantity?: number;
  /** Option to choice, number, or yes and no. What is left out takes its default. Default: {}. */
  choices?: Record<string, string | number | boolean>;
  /** Default: []. */
  addonIds?: Id[];
  /** Default: {}. */
  fields?: Record<string, string | number | boolean | null>;
  /** Default: null. */
  hostName?: string | null;
  /** Default: "en". */
  language?: "en" | "de" | "ar";
};

export type PriceSelectionNowOutput = PricedSelection;

export type ShowStorefrontInput = {
  /** One in which nothing is sold counts as not given: then it is the company's own, else the first. */
  currency?: string;
  productSlug?: string;
};

export type ShowStorefrontOutput = Storefront;

export type UpdateAddonInput = {
  addonId: Id;
  version: number;
  status?: "ACTIVE" | "RETIRED";
  slug?: string;
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  taxClass?: string;
};

export type UpdateAddonOutput = Addon;

export type UpdateCouponInput = {
  couponId: Id;
  version: number;
  percent?: string | null;
  amounts?: { currency: Currency; minor: number }[];
  planIds?: ("" | Id)[];
  maxUses?: number | null;
  oncePerClient?: boolean;
  validFrom?: Instant | null;
  validUntil?: Instant | null;
  isActive?: boolean;
};

export type UpdateCouponOutput = Coupon;

export type UpdateOptionInput = {
  optionId: Id;
  version: number;
  status?: "ACTIVE" | "RETIRED";
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  /** A text by language: en, de, ar. */
  help?: Record<string, string>;
  /** A text by language: en, de, ar. */
  unit?: Record<string, string>;
  minimum?: number;
  maximum?: number;
  step?: number;
  choices?: {
    key: "" | string;
    /** A text by language: en, de, ar. */
    name: Record<string, string>;
    /** Default: false. */
    isDefault?: boolean;
    /** Default: false. */
    isRetired?: boolean;
  }[];
};

export type UpdateOptionOutput = ProductOption;

export type UpdatePlanInput = {
  planId: Id;
  version: number;
  slug?: string;
  status?: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline?: Record<string, string>;
  features?: Record<string, string>[];
  moduleSettings?: { name: "" | string; value: string }[];
  stock?: number | null;
  perClientLimit?: number | null;
  maxQuantity?: number;
  isHighlighted?: boolean;
};

export type UpdatePlanOutput = Plan;

export type UpdateProductFieldInput = {
  productFieldId: Id;
  version: number;
  status?: "ACTIVE" | "RETIRED";
  /** A text by language: en, de, ar. */
  label?: Record<string, string>;
  /** A text by language: en, de, ar. */
  help?: Record<string, string>;
  choices?: string[];
  isRequired?: boolean;
};

export type UpdateProductFieldOutput = ProductField;

export type UpdateProductGroupInput = {
  productGroupId: Id;
  version: number;
  slug?: string;
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  isHidden?: boolean;
};

export type UpdateProductGroupOutput = ProductGroup;

export type UpdateProductInput = {
  productId: Id;
  version: number;
  status?: "DRAFT" | "ACTIVE" | "HIDDEN" | "RETIRED";
  productGroupId?: Id;
  slug?: string;
  kind?: "HOSTING" | "RESELLER" | "VPS" | "DEDICATED" | "DOMAIN" | "CERTIFICATE" | "LICENCE" | "SERVICE";
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  /** A text by language: en, de, ar. */
  tagline?: Record<string, string>;
  /** A text by language: en, de, ar. */
  description?: Record<string, string>;
  taxClass?: string;
  module?: string | null;
  moduleSettings?: { name: "" | string; value: string }[];
  asksHostName?: boolean;
};

export type UpdateProductOutput = Product;

export type ListOrdersInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "number" | "-number";
  status?: "PENDING" | "HELD" | "ACTIVE" | "CANCELLED" | "FRAUD";
  clientId?: Id;
  number?: number;
};

export type ListOrdersOutput = { items: ListedOrder[]; nextCursor: string | null };

export type GetOrderInput = { orderId: Id };

export type GetOrderOutput = OrderWithLines;

export type CountOrdersInput = Record<string, never>;

export type CountOrdersOutput = OrderCounts;

export type ListPlansInput = {
  clientId: Id;
  /** Default: "en". */
  language?: "en" | "de" | "ar";
};

export type ListPlansOutput = {
  items: {
    planId: Id;
    label: string;
    asksHostName: boolean;
    prices: { cycle: string; amount: Money; setup: Money }[];
  }[];
};

export type CreateOrderInput = {
  clientId: Id;
  items: {
    planId: Id;
    /** How often it is billed: once, 1m, 3m, 6m, 1y, 10d. */
    cycle: string;
    /** Default: 1. */
    quantity?: number;
    /** By id of the option: id of the choice, a number, or yes and no. Default: {}. */
    choices?: Record<string, string | number | boolean>;
    /** Default: []. */
    addonIds?: ("" | Id)[];
    /** Answers to the product's questions, by key. Default: {}. */
    fields?: Record<string, string | number | boolean>;
    hostName?: string | null;
    override?: { unit: Money; setup: Money; reason: string } | null;
  }[];
  couponCode?: string | null;
};

export type CreateOrderOutput = Order;

export type AcceptOrderInput = { orderId: Id; version: number };

export type AcceptOrderOutput = Order;

export type ReleaseOrderInput = { orderId: Id; version: number };

export type ReleaseOrderOutput = Order;

export type CancelOrderInput = { orderId: Id; version: number; reason: string };

export type CancelOrderOutput = Order;

export type MarkFraudInput = { orderId: Id; version: number; reason: string };

export type MarkFraudOutput = Order;

export type ListSubscriptionsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "number" | "-number";
  status?: "PENDING" | "ACTIVE" | "PAST_DUE" | "SUSPENDED" | "CANCELLED" | "TERMINATED";
  clientId?: Id;
  orderId?: Id;
};

export type ListSubscriptionsOutput = { items: Subscription[]; nextCursor: string | null };

export type GetSubscriptionInput = { subscriptionId: Id };

export type GetSubscriptionOutput = SubscriptionWithItems;

export type GetRevenueInput = Record<string, never>;

export type GetRevenueOutput = {
  items: {
    monthly: Money;
    /** A whole number. */
    subscriptions: number;
  }[];
};

export type CreateInvoiceInput = {
  clientId: Id;
  /** The client's when left out. */
  language?: "en" | "de" | "ar";
  lines: InvoiceLineInput[];
};

export type CreateInvoiceOutput = Invoice;

export type UpdateInvoiceInput = { invoiceId: Id; version: number; lines: InvoiceLineInput[] };

export type UpdateInvoiceOutput = Invoice;

export type DiscardInvoiceInput = { invoiceId: Id; version: number };

export type DiscardInvoiceOutput = { invoiceId: Id };

export type IssueInvoiceNowInput = { invoiceId: Id; version: number; dueInDays?: number };

export type IssueInvoiceNowOutput = Invoice;

export type VoidInvoiceInput = { invoiceId: Id; version: number; reason: string };

export type VoidInvoiceOutput = Invoice;

export type GetInvoiceInput = { invoiceId: Id };

export type GetInvoiceOutput = Invoice;

export type ListInvoicesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "total" | "-total";
  /** `OPEN`: issued and not yet paid; `OVERDUE`: of these, those past their day. */
  status?: "DRAFT" | "ISSUED" | "PARTLY_PAID" | "PAID" | "VOID" | "OPEN" | "OVERDUE";
  /** Issued and not yet paid, by the days past their day; `current`: not past it. */
  age?: "current" | "1-30" | "31-60" | "61-90" | "over-90";
  clientId?: Id;
  orderId?: Id;
  currency?: Currency;
  /** First day of issue. */
  from?: CalendarDate;
  /** First day of issue after the range. */
  before?: CalendarDate;
  /** The beginning of a number, or words of the client as its list takes them. */
  search?: string;
};

export type ListInvoicesOutput = { items: InvoiceSummary[]; nextCursor: string | null };

export type CountInvoicesInput = Record<string, never>;

export type CountInvoicesOutput = InvoiceCount;

export type GetReceivablesInput = Record<string, never>;

export type GetReceivablesOutput = Receivables;

export type CreateTaxRuleInput = {
  name: string;
  country: string;
  /** Code of ISO 3166-2 without the country; null for the whole country. */
  region?: string | null;
  /** Null for all classes. Default: null. */
  taxClass?: "" | string | null;
  rate: string;
  validFrom: CalendarDate;
  /** The first day on which it holds no more. Default: null. */
  validUntil?: CalendarDate | null;
};

export type CreateTaxRuleOutput = TaxRule;

export type UpdateTaxRuleInput = {
  taxRuleId: Id;
  version: number;
  name: string;
  country: string;
  /** Code of ISO 3166-2 without the country; null for the whole country. */
  region?: string | null;
  /** Null for all classes. Default: null. */
  taxClass?: "" | string | null;
  rate: string;
  validFrom: CalendarDate;
  /** The first day on which it holds no more. Default: null. */
  validUntil?: CalendarDate | null;
};

export type UpdateTaxRuleOutput = TaxRule;

export type DeleteTaxRuleInput = { taxRuleId: Id; version: number };

export type DeleteTaxRuleOutput = { taxRuleId: Id };

export type ListTaxRulesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "country". */
  sort?: "country" | "-country";
  country?: string;
};

export type ListTaxRulesOutput = { items: TaxRule[]; nextCursor: string | null };

export type AddTaxPresetInput = { preset: "EU" | "UK" | "CH" | "US" };

export type AddTaxPresetOutput = { added: TaxRule[] };

export type BeginPaymentInput = {
  invoiceId: Id;
  connectionId: Id;
  /** What the payer gives, as the way to pay asks for it. Default: {}. */
  method?: Record<string, string>;
  /** Where a payer who confirms elsewhere comes back to. */
  returnPath?: string;
};

export type BeginPaymentOutput = { paymentId: Id };

export type GetPaymentInput = { paymentId: Id };

export type GetPaymentOutput = Payment;

export type ListPaymentsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "number" | "-number" | "amount" | "-amount";
  /** `OPEN`: those that may still change. */
  status?:
    | "PENDING"
    | "UNKNOWN"
    | "REQUIRES_ACTION"
    | "PROCESSING"
    | "CANCELLED"
    | "FAILED"
    | "SUCCEEDED"
    | "OPEN";
  invoiceId?: Id;
  clientId?: Id;
  gateway?: string;
  /** The gateway's reference, a number, or words of the client as its list takes them. */
  search?: string;
};

export type ListPaymentsOutput = { items: Payment[]; nextCursor: string | null };

export type RecordPaymentInput = {
  invoiceId: Id;
  amount: Money;
  method: "bank_transfer" | "cash" | "other";
  /** As it stands on the bank statement. */
  reference?: string | null;
  /** Today when left out. */
  receivedOn?: CalendarDate;
};

export type RecordPaymentOutput = Payment;

export type CheckPaymentInput = { paymentId: Id };

export type CheckPaymentOutput = Payment;

export type ListPaymentOptionsInput = { currency: Currency };

export type ListPaymentOptionsOutput = { items: PaymentOption[] };

export type ListConnectionsInput = Record<string, never>;

export type ListConnectionsOutput = { items: GatewayConnection[]; gateways: Gateway[] };

export type CreateConnectionInput = {
  gateway: string;
  /** A text by language: en, de, ar. */
  name: Record<string, string>;
  /** Default: true. */
  isEnabled?: boolean;
  /** All of the gateway's settings, secret ones too. Default: {}. */
  settings?: Record<string, string>;
};

export type CreateConnectionOutput = GatewayConnection;

export type UpdateConnectionInput = {
  connectionId: Id;
  version: number;
  /** A text by language: en, de, ar. */
  name?: Record<string, string>;
  isEnabled?: boolean;
  /** Those that change; an empty secret stays as it is. */
  settings?: Record<string, string>;
};

export type UpdateConnectionOutput = GatewayConnection;

export type ListServicesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "label" | "-label";
  status?: "PENDING" | "CREATING" | "ACTIVE" | "SUSPENDED" | "TERMINATED" | "FAILED";
  clientId?: Id;
  subscriptionId?: Id;
  productId?: Id;
  module?: string;
  /** A part of label, host name or user name. */
  search?: string;
};

export type ListServicesOutput = { items: Service[]; nextCursor: string | null };

export type GetServiceInput = { serviceId: Id };

export type GetServiceOutput = Service;

export type CountServicesInput = Record<string, never>;

export type CountServicesOutput = ServiceCount;

export type ListActionsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  serviceId: Id;
};

export type ListActionsOutput = { items: ServiceAction[]; nextCursor: string | null };

export type SuspendServiceInput = { serviceId: Id; version: number; reason: string };

export type SuspendServiceOutput = Service;

export type UnsuspendServiceInput = { serviceId: Id; version: number; reason: string };

export type UnsuspendServiceOutput = Service;

export type TerminateServiceInput = { serviceId: Id; version: number; reason: string };

export type TerminateServiceOutput = Service;

export type ChangeServicePasswordInput = { serviceId: Id; version: number };

export type ChangeServicePasswordOutput = Service;

export type RetryServiceInput = { serviceId: Id; version: number };

export type RetryServiceOutput = Service;

export type MarkDeliveredInput = {
  serviceId: Id;
  version: number;
  userName?: string;
  server?: string;
  url?: string;
  note?: string;
};

export type MarkDeliveredOutput = Service;

export type ListTasksInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "createdAt". */
  sort?: "createdAt" | "-createdAt";
  status?: "OPEN" | "DONE" | "CANCELLED";
  kind?: "carry_out" | "look_into";
  serviceId?: Id;
};

export type ListTasksOutput = { items: StaffTask[]; nextCursor: string | null };

export type GetTaskInput = { taskId: Id };

export type GetTaskOutput = StaffTask;

export type CountTasksInput = Record<string, never>;

export type CountTasksOutput = StaffTaskCount;

export type CompleteTaskInput = {
  taskId: Id;
  userName?: string;
  server?: string;
  url?: string;
  note?: string;
};

export type CompleteTaskOutput = StaffTask;

export type FailTaskInput = { taskId: Id; note: string };

export type FailTaskOutput = StaffTask;

export type CreateAccountInput = {
  /** Code of an account, unique in the company's chart. */ code: string;
  name: string;
  type: "ASSET" | "LIABILITY" | "EQUITY" | "INCOME" | "EXPENSE";
};

export type CreateAccountOutput = LedgerAccount;

export type UpdateAccountInput = { accountId: Id; version: number; name: string };

export type UpdateAccountOutput = LedgerAccount;

export type ListAccountsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "code". */
  sort?: "code" | "-code";
  type?: "ASSET" | "LIABILITY" | "EQUITY" | "INCOME" | "EXPENSE";
};

export type ListAccountsOutput = { items: LedgerAccount[]; nextCursor: string | null };

export type PostEntryInput = {
  /** The day on which the books show it. */ day: CalendarDate;
  description: string;
  /** Debits and credits must be equal in each currency. */
  lines: JournalLineInput[];
};

export type PostEntryOutput = JournalEntry;

export type ReverseEntryInput = {
  entryId: Id;
  /** Day of the reversal; today when left out. */
  day?: CalendarDate;
  description?: string;
};

export type ReverseEntryOutput = JournalEntry;

export type GetEntryInput = { entryId: Id };

export type GetEntryOutput = JournalEntry;

export type ListEntriesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-day". */
  sort?: "day" | "-day";
  /** Code of an account, unique in the company's chart. */
  accountCode?: string;
  clientId?: Id;
  /** First day. */
  from?: CalendarDate;
  /** First day after the range. */
  before?: CalendarDate;
  /** Kind of the document that made the entry; `manual` for one posted by hand. */
  sourceKind?: string;
  /** The document that made the entry. */
  sourceId?: Id;
};

export type ListEntriesOutput = { items: JournalEntry[]; nextCursor: string | null };

export type ListBalancesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "account". */
  sort?: "account" | "-account";
  /** One sum per account and currency, or one per client too. Default: "account". */
  per?: "account" | "client";
  /** Code of an account, unique in the company's chart. */
  accountCode?: string;
  clientId?: Id;
  currency?: Currency;
  /** Last day that counts; all days when left out. */
  upTo?: CalendarDate;
};

export type ListBalancesOutput = { items: LedgerBalance[]; nextCursor: string | null };

export type GetIncomeInput = {
  /** The company's when left out. */ currency?: Currency;
  /** Default: 12. */
  months?: number;
};

export type GetIncomeOutput = {
  currency: Currency;
  items: {
    /** yyyy-mm */ month: string;
    income: Money;
  }[];
};

export type GetBacklogInput = Record<string, never>;

export type GetBacklogOutput = Backlog;

export type ListTimelineInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-at". */
  sort?: "at" | "-at";
  recordId: Id;
};

export type ListTimelineOutput = { items: TimelineEntry[]; nextCursor: string | null };

export type GetTenantInput = Record<string, never>;

export type GetTenantOutput = Tenant;

export type UpdateTenantInput = {
  version: number;
  name?: string;
  legalName?: string | null;
  country?: string;
  language?: "en" | "de" | "ar";
  timeZone?: TimeZone;
  taxNumber?: string | null;
  registrationNumber?: string | null;
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  phone?: string | null;
  email?: string | null;
};

export type UpdateTenantOutput = Tenant;

export type GetBrandSettingsInput = Record<string, never>;

export type GetBrandSettingsOutput = BrandSettings;

export type UpdateBrandInput = {
  version: number;
  accent?: string | null;
  supportUrl?: string | null;
  termsUrl?: string | null;
  privacyUrl?: string | null;
  imprintUrl?: string | null;
};

export type UpdateBrandOutput = BrandSettings;

export type SetLogoInput = {
  version: number;
  kind: "logo" | "darkLogo" | "icon";
  /** A PNG, JPEG or WebP image of at most 140 kB in base64; null takes it away. */
  content: string | null;
};

export type SetLogoOutput = BrandSettings;

export type ListHostsInput = Record<string, never>;

export type ListHostsOutput = { items: Host[] };

export type AddHostInput = { host: string };

export type AddHostOutput = Host;

export type CheckHostInput = { host: string };

export type CheckHostOutput = Host;

export type RemoveHostInput = { host: string };

export type RemoveHostOutput = Host;

export type ChoosePrimaryHostInput = { host: string };

export type ChoosePrimaryHostOutput = Host;

export type GetSecondFactorPolicyInput = Record<string, never>;

export type GetSecondFactorPolicyOutput = SecondFactorPolicy;

export type CreateProviderInput = {
  kind: "oidc" | "google" | "microsoft" | "github";
  name: string;
  /** Of `oidc` and `microsoft` (with the directory's id); the others know theirs. Default: null. */
  issuer?: string | null;
  /** The client id that the provider gave. */
  oauthClient: string;
  isEnabled: boolean;
  forStaff: boolean;
  forClients: boolean;
  oauthSecret: string;
};

export type CreateProviderOutput = SignInProvider;

export type GetProviderInput = { providerId: Id };

export type GetProviderOutput = SignInProvider;

export type ListProvidersInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "createdAt". */
  sort?: "createdAt" | "-createdAt";
};

export type ListProvidersOutput = { items: SignInProvider[]; nextCursor: string | null };

export type UpdateProviderInput = {
  providerId: Id;
  version: number;
  name: string;
  /** Of `oidc` and `microsoft` (with the directory's id); the others know theirs. Default: null. */
  issuer?: string | null;
  /** The client id that the provider gave. */
  oauthClient: string;
  isEnabled: boolean;
  forStaff: boolean;
  forClients: boolean;
  /** Null: the one that is kept. Default: null. */
  oauthSecret?: string | null;
};

export type UpdateProviderOutput = SignInProvider;

export type ListUserSessionsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-lastSeenAt". */
  sort?: "lastSeenAt" | "-lastSeenAt";
  userId: Id;
};

export type ListUserSessionsOutput = { items: Session[]; nextCursor: string | null };

export type EndUserSessionInput = { sessionId: Id };

export type EndUserSessionOutput = EndedSession;

export type GetMeInput = Record<string, never>;

export type GetMeOutput = Me;

export type ListUsersInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "email". */
  sort?: "email" | "-email";
  kind?: "STAFF" | "CLIENT";
  status?: "PENDING" | "ACTIVE" | "SUSPENDED";
  /** A built-in role's name, or the id of a role of the company. */
  role?: string;
  /** A part of name or address. */
  search?: string;
};

export type ListUsersOutput = { items: Person[]; nextCursor: string | null };

export type ListApiKeysInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
};

export type ListApiKeysOutput = { items: ApiKey[]; nextCursor: string | null };

export type RevokeApiKeyInput = { apiKeyId: Id };

export type RevokeApiKeyOutput = ApiKey;

export type GetUserInput = { userId: Id };

export type GetUserOutput = Person;

export type InviteMemberInput = {
  clientId: Id;
  email: string;
  name?: string | null;
  /** A built-in role's name, or the id of a role of the company. */
  role: string;
  /** Default: null. */
  language?: "en" | "de" | "ar" | null;
};

export type InviteMemberOutput = Invitation;

export type ListMemberInvitationsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  /** Only those that wait for an answer, expired ones too. */
  isOpen?: boolean;
  clientId?: Id;
};

export type ListMemberInvitationsOutput = { items: Invitation[]; nextCursor: string | null };

export type ResendMemberInvitationInput = { invitationId: Id };

export type ResendMemberInvitationOutput = Invitation;

export type RevokeMemberInvitationInput = { invitationId: Id };

export type RevokeMemberInvitationOutput = Invitation;

export type ListRolesInput = Record<string, never>;

export type ListRolesOutput = { items: Role[] };

export type GetRoleInput = {
  /** A built-in role's name, or the id of a role of the company. */ role: string;
};

export type GetRoleOutput = RoleDetail;

export type ListMembershipsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "createdAt". */
  sort?: "createdAt" | "-createdAt";
  clientId?: Id;
  userId?: Id;
};

export type ListMembershipsOutput = { items: Membership[]; nextCursor: string | null };

export type ChangeMembershipRoleInput = {
  membershipId: Id;
  version: number;
  /** A built-in role's name, or the id of a role of the company. */
  role: string;
};

export type ChangeMembershipRoleOutput = Membership;

export type RemoveMembershipInput = { membershipId: Id; version: number };

export type RemoveMembershipOutput = Deleted;

export type CreateClientInput = {
  /** Default: "PERSON". */ kind?: "PERSON" | "COMPANY";
  name: string;
  companyName?: string | null;
  email: string;
  country: string;
  currency: Currency;
  /** Default: null. */
  language?: "en" | "de" | "ar" | null;
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  phone?: string | null;
  taxNumber?: string | null;
  /** Default: null. */
  groupId?: Id | null;
  tags?: ("" | string)[];
  /** Days to pay; null: as the company's setting says. Default: null. */
  creditTermsDays?: number | null;
  creditLimit?: Money | null;
  /** Default: {}. */
  customValues?: Record<string, string | number | boolean | null>;
};

export type CreateClientOutput = Client;

export type GetClientInput = { clientId: Id };

export type GetClientOutput = Client;

export type ListClientsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt" | "name" | "-name" | "number" | "-number";
  /** Active and archived ones when left out. */
  status?: "ACTIVE" | "ARCHIVED" | "MERGED" | "ERASED";
  kind?: "PERSON" | "COMPANY";
  country?: string;
  groupId?: Id;
  tag?: string;
  /** Words of name, company, addresses, number, telephone, tax number, tags, contacts and people, each from its beginning. The newest 200 that fit. */
  search?: string;
};

export type ListClientsOutput = { items: Client[]; nextCursor: string | null };

export type UpdateClientInput = {
  clientId: Id;
  version: number;
  kind?: "PERSON" | "COMPANY";
  name?: string;
  companyName?: string | null;
  email?: string;
  country?: string;
  /** Until something is billed. */
  currency?: Currency;
  language?: "en" | "de" | "ar" | null;
  line1?: string | null;
  line2?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  phone?: string | null;
  taxNumber?: string | null;
  groupId?: Id | null;
  tags?: ("" | string)[];
  /** Days to pay; null: as the company's setting says. */
  creditTermsDays?: number | null;
  creditLimit?: Money | null;
  /** Only the answers that change; null takes one away. */
  customValues?: Record<string, string | number | boolean | null>;
};

export type UpdateClientOutput = Client;

export type ArchiveClientInput = { clientId: Id; version: number };

export type ArchiveClientOutput = Client;

export type RestoreClientInput = { clientId: Id; version: number };

export type RestoreClientOutput = Client;

export type CountClientsInput = Record<string, never>;

export type CountClientsOutput = ClientCount;

export type ChangeClientsInput = {
  clients: Id[];
  change:
    | { kind: "archive" }
    | { kind: "restore" }
    | { kind: "addTag"; tag: string }
    | { kind: "removeTag"; tag: string }
    | { kind: "group"; groupId: Id | null };
};

export type ChangeClientsOutput = ManyClientsChanged;

export type CreateContactInput = {
  clientId: Id;
  name: string;
  email: string;
  phone?: string | null;
  position?: string | null;
  /** Default: null. */
  language?: "en" | "de" | "ar" | null;
  mails?: ("" | "general" | "invoice" | "support" | "product" | "domain" | "marketing")[];
};

export type CreateContactOutput = Contact;

export type UpdateContactInput = {
  contactId: Id;
  version: number;
  name?: string;
  email?: string;
  phone?: string | null;
  position?: string | null;
  language?: "en" | "de" | "ar" | null;
  mails?: ("" | "general" | "invoice" | "support" | "product" | "domain" | "marketing")[];
};

export type UpdateContactOutput = Contact;

export type DeleteContactInput = { contactId: Id; version: number };

export type DeleteContactOutput = Contact;

export type ListContactsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "createdAt". */
  sort?: "createdAt" | "-createdAt";
  clientId: Id;
};

export type ListContactsOutput = { items: Contact[]; nextCursor: string | null };

export type CreateNoteInput = {
  clientId: Id;
  text: string;
  /** Default: false. */
  isPinned?: boolean;
};

export type CreateNoteOutput = ClientNote;

export type UpdateNoteInput = { noteId: Id; version: number; text?: string; isPinned?: boolean };

export type UpdateNoteOutput = ClientNote;

export type DeleteNoteInput = { noteId: Id; version: number };

export type DeleteNoteOutput = ClientNote;

export type ListNotesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  clientId: Id;
  isPinned?: boolean;
};

export type ListNotesOutput = { items: ClientNote[]; nextCursor: string | null };

export type CreateGroupInput = {
  name: string;
  /** Default: "neutral". */
  tone?: "neutral" | "info" | "positive" | "warning" | "danger";
};

export type CreateGroupOutput = ClientGroup;

export type UpdateGroupInput = {
  groupId: Id;
  version: number;
  name?: string;
  tone?: "neutral" | "info" | "positive" | "warning" | "danger";
};

export type UpdateGroupOutput = ClientGroup;

export type DeleteGroupInput = { groupId: Id; version: number };

export type DeleteGroupOutput = ClientGroup;

export type ListGroupsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "name". */
  sort?: "name" | "-name";
};

export type ListGroupsOutput = { items: ClientGroup[]; nextCursor: string | null };

export type ListTagsInput = { beginning?: string };

export type ListTagsOutput = ClientTags;

export type GetAddressFormInput = { country: string };

export type GetAddressFormOutput = AddressForm;

export type AddFileInput = {
  clientId: Id;
  name: string;
  /** The bytes in base64. */
  content: string;
  /** Default: false. */
  isVisible?: boolean;
};

export type AddFileOutput = ClientFile;

export type UpdateFileInput = { clientFileId: Id; name?: string; isVisible?: boolean };

export type UpdateFileOutput = ClientFile;

export type RemoveFileInput = { clientFileId: Id };

export type RemoveFileOutput = ClientFile;

export type ListFilesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  clientId: Id;
};

export type ListFilesOutput = { items: ClientFile[]; nextCursor: string | null };

export type ReadFileInput = { clientFileId: Id };

export type ReadFileOutput = ClientFileContent;

export type CreateFieldInput = {
  key: string;
  kind: "text" | "long_text" | "number" | "date" | "yes_no" | "choice";
  label: Record<string, string>;
  /** Default: {}. */
  help?: Record<string, string>;
  choices?: {
    value: string;
    /** Default: {}. */
    label?: Record<string, string>;
  }[];
  /** Default: false. */
  isRequired?: boolean;
  /** Default: false. */
  isVisibleToClient?: boolean;
};

export type CreateFieldOutput = CustomField;

export type UpdateFieldInput = {
  fieldId: Id;
  version: number;
  label?: Record<string, string>;
  help?: Record<string, string>;
  choices?: {
    value: string;
    /** Default: {}. */
    label?: Record<string, string>;
  }[];
  isRequired?: boolean;
  isVisibleToClient?: boolean;
  position?: number;
  isRetired?: boolean;
};

export type UpdateFieldOutput = CustomField;

export type ListFieldsInput = Record<string, never>;

export type ListFieldsOutput = CustomFields;

export type MergeClientsInput = {
  /** The client that will be no more. */ clientId: Id;
  version: number;
  /** The client that stays. */
  intoId: Id;
  intoVersion: number;
};

export type MergeClientsOutput = Client;

export type PreviewMergeInput = { clientId: Id; intoId: Id };

export type PreviewMergeOutput = MergePreview;

export type ListSettingsInput = { area?: string };

export type ListSettingsOutput = { items: Setting[] };

export type UpdateSettingInput = {
  key: string;
  /** In the setting's own shape. */
  value: unknown;
  /** Given: refused when somebody changed it meanwhile. */
  version?: number;
};

export type UpdateSettingOutput = Setting;

export type ResetSettingInput = { key: string };

export type ResetSettingOutput = Setting;

export type ListRunsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  functionId?: string;
  state?: "queued" | "running" | "waiting" | "sleeping" | "completed" | "failed" | "cancelled";
  /** Id of the record that the event is about. */
  subject?: string;
  /** Began not before this instant. */
  from?: Instant;
  /** Began before this instant. */
  until?: Instant;
};

export type ListRunsOutput = { items: DurableRun[]; nextCursor: string | null };

export type GetRunInput = { runId: Id };

export type GetRunOutput = DurableRunDetails;

export type RetryRunInput = { runId: Id };

export type RetryRunOutput = DurableRun;

export type CancelRunInput = { runId: Id };

export type CancelRunOutput = DurableRun;

export type RepeatRunInput = { runId: Id };

export type RepeatRunOutput = DurableRun;

export type RetryRunsInput = { runIds: Id[] };

export type RetryRunsOutput = DurableBulkResult;

export type CancelRunsInput = { runIds: Id[] };

export type CancelRunsOutput = DurableBulkResult;

export type ListFunctionsInput = Record<string, never>;

export type ListFunctionsOutput = { items: DurableFunction[] };

export type GetQueueInput = Record<string, never>;

export type GetQueueOutput = DurableQueue;

export type ListReceivedInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
};

export type ListReceivedOutput = { items: ReceivedMail[]; nextCursor: string | null };

export type ReadReceivedInput = { messageId: Id };

export type ReadReceivedOutput = ReceivedMailDetail;

export type ListMessagesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  state?: "QUEUED" | "SENDING" | "SENT" | "FAILED" | "BOUNCED";
  template?:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  /** The beginning of the recipient's address. */
  search?: string;
  clientId?: Id;
  userId?: Id;
  from?: Instant;
  before?: Instant;
};

export type ListMessagesOutput = { items: MailMessage[]; nextCursor: string | null };

export type GetMessageInput = { messageId: Id };

export type GetMessageOutput = MailMessage;

export type ReadMessageInput = { messageId: Id };

export type ReadMessageOutput = MailBody;

export type SendAgainInput = { messageId: Id };

export type SendAgainOutput = MailMessage;

export type SendTestInput = {
  /** Default: "test". */
  template?:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language?: "en" | "de" | "ar";
};

export type SendTestOutput = TestMail;

export type GetSettingsInput = Record<string, never>;

export type GetSettingsOutput = MailSettings;

export type UpdateSettingsInput = {
  /** 0 where nothing was set before. */ version: number;
  /** Default: null. */
  transport?: "local" | "smtp" | "resend" | null;
  fromName?: string | null;
  fromAddress?: string | null;
  replyTo?: string | null;
  smtpHost?: string | null;
  /** Default: null. */
  smtpPort?: number | null;
  /** Default: null. */
  smtpSecurity?: "tls" | "starttls" | "none" | null;
  smtpUser?: string | null;
  smtpPassword?: string | null;
  resendApiKey?: string | null;
  resendWebhookSecret?: string | null;
};

export type UpdateSettingsOutput = MailSettings;

export type ListTemplatesInput = { language: "en" | "de" | "ar" };

export type ListTemplatesOutput = MailTemplates;

export type GetTemplateInput = {
  template:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language: "en" | "de" | "ar";
};

export type GetTemplateOutput = MailTemplate;

export type UpdateTemplateInput = {
  template:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language: "en" | "de" | "ar";
  version: number;
  subject: string;
  heading: string;
  body: string;
  action?: string | null;
  note?: string | null;
};

export type UpdateTemplateOutput = MailTemplate;

export type ResetTemplateInput = {
  template:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language: "en" | "de" | "ar";
  version: number;
};

export type ResetTemplateOutput = MailTemplate;

export type PreviewTemplateInput = {
  template:
    | "sign-in-link"
    | "verify-email"
    | "reset-password"
    | "password-changed"
    | "change-email-confirm-old"
    | "change-email-confirm-new"
    | "invitation"
    | "new-device"
    | "account-locked"
    | "second-factor-changed"
    | "account-exists"
    | "confirm-code"
    | "account-for-buyer"
    | "data-export-ready"
    | "service-ready"
    | "invoice-issued"
    | "payment-received"
    | "payment-failed"
    | "test";
  language: "en" | "de" | "ar";
  subject: string;
  heading: string;
  body: string;
  action?: string | null;
  note?: string | null;
};

export type PreviewTemplateOutput = MailPreview;

export type ListSuppressionsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  reason?: "BOUNCED" | "COMPLAINED" | "UNSUBSCRIBED";
  /** The beginning of the address. */
  search?: string;
};

export type ListSuppressionsOutput = { items: MailSuppression[]; nextCursor: string | null };

export type RemoveSuppressionInput = { suppressionId: Id };

export type RemoveSuppressionOutput = MailSuppression;

export type ListCompaniesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "name". */
  sort?: "name" | "-name" | "createdAt" | "-createdAt";
  status?: "ACTIVE" | "SUSPENDED";
  /** Part of a name or of a host. */
  search?: string;
};

export type ListCompaniesOutput = { items: Company[]; nextCursor: string | null };

export type GetCompanyInput = { companyId: Id };

export type GetCompanyOutput = Company;

export type InviteCompanyInput = { host: string; note?: string | null };

export type InviteCompanyOutput = NewCompanyLink;

export type ListCompanyLinksInput = Record<string, never>;

export type ListCompanyLinksOutput = { items: CompanyLink[] };

export type RevokeCompanyLinkInput = { linkId: Id };

export type RevokeCompanyLinkOutput = { host: string };

export type GetCompanyBrandInput = { companyId: Id };

export type GetCompanyBrandOutput = CompanyBrand;

export type UpdateCompanyBrandInput = {
  version: number;
  accent?: string | null;
  supportUrl?: string | null;
  termsUrl?: string | null;
  privacyUrl?: string | null;
  imprintUrl?: string | null;
  companyId: Id;
  /** The name that its clients know. */
  name?: string;
};

export type UpdateCompanyBrandOutput = CompanyBrand;

export type SetCompanyLogoInput = {
  version: number;
  kind: "logo" | "darkLogo" | "icon";
  /** A PNG, JPEG or WebP image of at most 140 kB in base64; null takes it away. */
  content: string | null;
  companyId: Id;
};

export type SetCompanyLogoOutput = CompanyBrand;

export type SuspendCompanyInput = { companyId: Id; reason: string };

export type SuspendCompanyOutput = Company;

export type ResumeCompanyInput = { companyId: Id };

export type ResumeCompanyOutput = Company;

export type ListAuditEntriesInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-sequence". */
  sort?: "sequence" | "-sequence";
  actorId?: Id;
  /** A part of the name or address of a person, or of the name of a key. */
  actor?: string;
  actorKind?: "user" | "api_key" | "visitor" | "system";
  /** Only what staff did as somebody else, or only the rest. */
  isImpersonated?: boolean;
  /** An operation, or the beginning of one that ends in a dot: `clients.` */
  operation?: string;
  recordType?: string;
  recordId?: string;
  /** Not before this instant. */
  from?: Instant;
  /** Before this instant. */
  until?: Instant;
};

export type ListAuditEntriesOutput = { items: AuditEntry[]; nextCursor: string | null };

export type VerifyChainInput = Record<string, never>;

export type VerifyChainOutput = AuditChain;

export type RequestExportInput = { subjectKind: "user" | "client" | "contact"; subjectId: Id };

export type RequestExportOutput = DataExport;

export type ExpireExportInput = { exportId: Id };

export type ExpireExportOutput = DataExport;

export type ListExportsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
};

export type ListExportsOutput = { items: DataExport[]; nextCursor: string | null };

export type RequestErasureInput = {
  subjectKind: "user" | "client" | "contact";
  subjectId: Id;
  reason?: string | null;
};

export type RequestErasureOutput = ErasureRequest;

export type DeclineErasureInput = { requestId: Id; version: number; answer: string };

export type DeclineErasureOutput = ErasureRequest;

export type ListErasureRequestsInput = {
  /** `nextCursor` of the page before. */ cursor?: string;
  /** Default: 50. */
  limit?: number;
  /** Default: "-createdAt". */
  sort?: "createdAt" | "-createdAt";
  status?: "open" | "done" | "declined";
};

export type ListErasureRequestsOutput = { items: ErasureRequest[]; nextCursor: string | null };

export type PreviewErasureInput = { subjectKind: "user" | "client" | "contact"; subjectId: Id };

export type PreviewErasureOutput = ErasurePreview;

export type EraseInput = {
  subjectKind: "user" | "client" | "contact";
  subjectId: Id;
  /** The name, typed. */
  confirmation: string;
};

export type EraseOutput = Erasure;

export type RecordConsentInput = {
  subjectKind: "user" | "client" | "contact";
  subjectId: Id;
  isGiven: boolean;
  /** The words that the person agreed to. */
  wording: string;
};

export type RecordConsentOutput = MarketingConsent;

export type ListConsentsInput = { subjectKind: "user" | "client" | "contact"; subjectId: Id };

export type ListConsentsOutput = MarketingConsents;

/** A client of the API: `createPanel1({ baseUrl, apiKey }).clients.createClient(input)`. */
export function createPanel1(options: Panel1Options) {
  const send = sender(options);
  return {
    catalog: {
      /** Change prices of a plan, a choice or an add-on. A price is never altered: it is closed, and another takes its place. Subscriptions keep the price that they were sold at. Refused as a whole when any of the prices is not the one that was seen. Needs `catalog.price.change`. */
      changePrices: (input: ChangePricesInput, call?: CallOptions) =>
        send<ChangePricesOutput>("POST", "/prices", input, call),
      /** Add something that is sold along with products. Needs `catalog.addon.create`. */
      createAddon: (input: CreateAddonInput, call?: CallOptions) =>
        send<CreateAddonOutput>("POST", "/addons", input, call),
      /** Create a coupon. Needs `catalog.coupon.create`. */
      createCoupon: (input: CreateCouponInput, call?: CallOptions) =>
        send<CreateCouponOutput>("POST", "/coupons", input, call),
      /** Let buyers configure something. A quantity and a yes/no have one choice, made by itself: its price is that of one unit, or of yes. Needs `catalog.option.create`. */
      createOption: (input: CreateOptionInput, call?: CallOptions) =>
        send<CreateOptionOutput>("POST", "/products/{productId}/options", input, call),
      /** Add a plan to a product. Needs `catalog.plan.create`. */
      createPlan: (input: CreatePlanInput, call?: CallOptions) =>
        send<CreatePlanOutput>("POST", "/products/{productId}/plans", input, call),
      /** Ask buyers of a product a question. Needs `catalog.field.create`. */
      createProductField: (input: CreateProductFieldInput, call?: CallOptions) =>
        send<CreateProductFieldOutput>("POST", "/products/{productId}/fields", input, call),
      /** Add a group of products. Needs `catalog.group.create`. */
      createProductGroup: (input: CreateProductGroupInput, call?: CallOptions) =>
        send<CreateProductGroupOutput>("POST", "/product-groups", input, call),
      /** Add a product. It begins as a draft, seen by staff only. Needs `catalog.product.create`. */
      createProduct: (input: CreateProductInput, call?: CallOptions) =>
        send<CreateProductOutput>("POST", "/products", input, call),
      /** Copy a product with its plans, prices, options and questions. The copy is a draft. What is retired is left behind; stock is copied as it stands. Needs `catalog.product.duplicate`. */
      duplicateProduct: (input: DuplicateProductInput, call?: CallOptions) =>
        send<DuplicateProductOutput>("POST", "/products/{productId}/duplicate", input, call),
      /** Read a coupon. Needs `catalog.coupon.get`. */
      getCoupon: (input: GetCouponInput, call?: CallOptions) =>
        send<GetCouponOutput>("GET", "/coupons/{couponId}", input, call),
      /** Read a product with all that belongs to it. Needs `catalog.product.get`. */
      getProduct: (input: GetProductInput, call?: CallOptions) =>
        send<GetProductOutput>("GET", "/products/{productId}", input, call),
      /** List add-ons with their prices. In their order, the retired ones with them. Needs `catalog.addon.list`. */
      listAddons: (input: ListAddonsInput = {}, call?: CallOptions) =>
        send<ListAddonsOutput>("GET", "/addons", input, call),
      /** List the plans of all products. In the order of the storefront, whatever state they are in, at most 2,000. Needs `catalog.plan.list`. */
      listAllPlans: (input: ListAllPlansInput = {}, call?: CallOptions) =>
        send<ListAllPlansOutput>("GET", "/plans", input, call),
      /** List coupons. Needs `catalog.coupon.list`. */
      listCoupons: (input: ListCouponsInput = {}, call?: CallOptions) =>
        send<ListCouponsOutput>("GET", "/coupons", input, call),
      /** List all prices that a plan ever had. The newest first, at most 500. Needs `catalog.price.list`. */
      listPrices: (input: ListPricesInput, call?: CallOptions) =>
        send<ListPricesOutput>("GET", "/plans/{planId}/prices", input, call),
      /** List groups and products. In the order of the storefront, at most 1,000 products. Needs `catalog.product.list`. */
      listProducts: (input: ListProductsInput = {}, call?: CallOptions) =>
        send<ListProductsOutput>("GET", "/products", input, call),
      /** Move a part of the catalogue up or down among its siblings. At the end of the list it stays where it is. Needs `catalog.record.move`. */
      moveCatalogRecord: (input: MoveCatalogRecordInput, call?: CallOptions) =>
        send<MoveCatalogRecordOutput>("POST", "/catalog/{kind}/{catalogRecordId}/move", input, call),
      /** Choose the add-ons that are sold with a product. These, and no others. Needs `catalog.product.offerAddons`. */
      offerAddons: (input: OfferAddonsInput, call?: CallOptions) =>
        send<OfferAddonsOutput>("PUT", "/products/{productId}/addons", input, call),
      /** Price what somebody chose. Before discount and before tax. Refused, with what is amiss, when it is not offered like this. Needs `catalog.selection.price`. */
      priceSelectionNow: (input: PriceSelectionNowInput, call?: CallOptions) =>
        send<PriceSelectionNowOutput>("POST", "/storefront/price", input, call),
      /** Read what is sold, with prices. In the order of the storefront. What is hidden is found by the name of its product only. Prices are before tax unless the company's are with it. Needs `catalog.storefront.show`. */
      showStorefront: (input: ShowStorefrontInput = {}, call?: CallOptions) =>
        send<ShowStorefrontOutput>("GET", "/storefront", input, call),
      /** Change or retire an add-on. Needs `catalog.addon.update`. */
      updateAddon: (input: UpdateAddonInput, call?: CallOptions) =>
        send<UpdateAddonOutput>("PATCH", "/addons/{addonId}", input, call),
      /** Change or pause a coupon. Code and kind stay: orders name them. What was ordered with it keeps its discount. Needs `catalog.coupon.update`. */
      updateCoupon: (input: UpdateCouponInput, call?: CallOptions) =>
        send<UpdateCouponOutput>("PATCH", "/coupons/{couponId}", input, call),
      /** Change or retire what buyers can configure. Key and kind stay. A choice that is left out of the list is retired: what was sold keeps it. Needs `catalog.option.update`. */
      updateOption: (input: UpdateOptionInput, call?: CallOptions) =>
        send<UpdateOptionOutput>("PATCH", "/product-options/{optionId}", input, call),
      /** Change, hide or retire a plan. Its prices are changed on their own. What was sold keeps what it was sold for. Needs `catalog.plan.update`. */
      updatePlan: (input: UpdatePlanInput, call?: CallOptions) =>
        send<UpdatePlanOutput>("PATCH", "/plans/{planId}", input, call),
      /** Change or retire a question to buyers. Key and kind stay: answers were given under them. Needs `catalog.field.update`. */
      updateProductField: (input: UpdateProductFieldInput, call?: CallOptions) =>
        send<UpdateProductFieldOutput>("PATCH", "/product-fields/{productFieldId}", input, call),
      /** Change a group of products. Needs `catalog.group.update`. */
      updateProductGroup: (input: UpdateProductGroupInput, call?: CallOptions) =>
        send<UpdateProductGroupOutput>("PATCH", "/product-groups/{productGroupId}", input, call),
      /** Change, publish, hide or retire a product. What was sold of a retired product goes on; it is only sold no more. Needs `catalog.product.update`. */
      updateProduct: (input: UpdateProductInput, call?: CallOptions) =>
        send<UpdateProductOutput>("PATCH", "/products/{productId}", input, call),
    },
    orders: {
      /** List orders. Needs `orders.order.list`. */
      listOrders: (input: ListOrdersInput = {}, call?: CallOptions) =>
        send<ListOrdersOutput>("GET", "/orders", input, call),
      /** Read an order with its lines. Needs `orders.order.get`. */
      getOrder: (input: GetOrderInput, call?: CallOptions) =>
        send<GetOrderOutput>("GET", "/orders/{orderId}", input, call),
      /** Count orders by state. Needs `orders.order.count`. */
      countOrders: (input: CountOrdersInput = {}, call?: CallOptions) =>
        send<CountOrdersOutput>("GET", "/orders/count", input, call),
      /** List what a client can be sold. In the client's currency, hidden plans too. Needs `orders.order.listPlans`. */
      listPlans: (input: ListPlansInput, call?: CallOptions) =>
        send<ListPlansOutput>("GET", "/clients/{clientId}/plans", input, call),
      /** Order on behalf of a client. In the client's currency, by the catalogue as it is now; a plan may have a price of its own, with the reason for it. The invoice is issued at once. Needs `orders.order.create`. */
      createOrder: (input: CreateOrderInput, call?: CallOptions) =>
        send<CreateOrderOutput>("POST", "/orders", input, call),
      /** Accept an order before it is paid. What it asks for is delivered; its invoice stays open. Needs `orders.order.accept`. */
      acceptOrder: (input: AcceptOrderInput, call?: CallOptions) =>
        send<AcceptOrderOutput>("POST", "/orders/{orderId}/accept", input, call),
      /** Let an order go on that was held. Its invoice is issued and goes to the client. Needs `orders.order.release`. */
      releaseOrder: (input: ReleaseOrderInput, call?: CallOptions) =>
        send<ReleaseOrderOutput>("POST", "/orders/{orderId}/release", input, call),
      /** Cancel an order that was not accepted. Its invoice is voided and its stock goes back. The client is told the reason. Needs `orders.order.cancel`. */
      cancelOrder: (input: CancelOrderInput, call?: CallOptions) =>
        send<CancelOrderOutput>("POST", "/orders/{orderId}/cancel", input, call),
      /** Mark an order as fraud. It ends like a cancelled one; the client is not told why. Needs `orders.order.markFraud`. */
      markFraud: (input: MarkFraudInput, call?: CallOptions) =>
        send<MarkFraudOutput>("POST", "/orders/{orderId}/mark-fraud", input, call),
    },
    subscriptions: {
      /** List subscriptions. Needs `subscriptions.subscription.list`. */
      listSubscriptions: (input: ListSubscriptionsInput = {}, call?: CallOptions) =>
        send<ListSubscriptionsOutput>("GET", "/subscriptions", input, call),
      /** Read a subscription with its items. Needs `subscriptions.subscription.get`. */
      getSubscription: (input: GetSubscriptionInput, call?: CallOptions) =>
        send<GetSubscriptionOutput>("GET", "/subscriptions/{subscriptionId}", input, call),
      /** Read the monthly recurring revenue. Of active subscriptions and those past due, by currency, before tax: a year counts a twelfth. Needs `subscriptions.revenue.get`. */
      getRevenue: (input: GetRevenueInput = {}, call?: CallOptions) =>
        send<GetRevenueOutput>("GET", "/recurring-revenue", input, call),
    },
    billing: {
      /** Draft an invoice. In the client's currency. Tax is that of today; it is reckoned anew at issue. Needs `billing.invoice.create`. */
      createInvoice: (input: CreateInvoiceInput, call?: CallOptions) =>
        send<CreateInvoiceOutput>("POST", "/invoices", input, call),
      /** Change the lines of a draft. Needs `billing.invoice.update`. */
      updateInvoice: (input: UpdateInvoiceInput, call?: CallOptions) =>
        send<UpdateInvoiceOutput>("PATCH", "/invoices/{invoiceId}", input, call),
      /** Throw a draft away. A draft has no number, so nothing is missing. What was issued is voided instead. Needs `billing.invoice.discard`. */
      discardInvoice: (input: DiscardInvoiceInput, call?: CallOptions) =>
        send<DiscardInvoiceOutput>("DELETE", "/invoices/{invoiceId}", input, call),
      /** Issue an invoice. Gives it the next number of its series, posts it to the books and mails it to the client. It does not change after that. Needs `billing.invoice.issue`. */
      issueInvoiceNow: (input: IssueInvoiceNowInput, call?: CallOptions) =>
        send<IssueInvoiceNowOutput>("POST", "/invoices/{invoiceId}/issue", input, call),
      /** Void an invoice. Takes its posting back. The number stays taken, and the document stays readable. Needs `billing.invoice.void`. */
      voidInvoice: (input: VoidInvoiceInput, call?: CallOptions) =>
        send<VoidInvoiceOutput>("POST", "/invoices/{invoiceId}/void", input, call),
      /** Read an invoice. Needs `billing.invoice.get`. */
      getInvoice: (input: GetInvoiceInput, call?: CallOptions) =>
        send<GetInvoiceOutput>("GET", "/invoices/{invoiceId}", input, call),
      /** List invoices. Needs `billing.invoice.list`. */
      listInvoices: (input: ListInvoicesInput = {}, call?: CallOptions) =>
        send<ListInvoicesOutput>("GET", "/invoices", input, call),
      /** Count invoices by state. Needs `billing.invoice.count`. */
      countInvoices: (input: CountInvoicesInput = {}, call?: CallOptions) =>
        send<CountInvoicesOutput>("GET", "/invoice-count", input, call),
      /** Read what clients owe, by age. What is due of issued invoices, by days past their day and by currency; `current` are not past it. Each figure is that of the list of invoices with the same age. Needs `billing.receivables.get`. */
      getReceivables: (input: GetReceivablesInput = {}, call?: CallOptions) =>
        send<GetReceivablesOutput>("GET", "/receivables", input, call),
      /** Add a tax rule. Needs `billing.taxRule.create`. */
      createTaxRule: (input: CreateTaxRuleInput, call?: CallOptions) =>
        send<CreateTaxRuleOutput>("POST", "/tax-rules", input, call),
      /** Change a tax rule. What was issued keeps the rate that it was issued with. Needs `billing.taxRule.update`. */
      updateTaxRule: (input: UpdateTaxRuleInput, call?: CallOptions) =>
        send<UpdateTaxRuleOutput>("PUT", "/tax-rules/{taxRuleId}", input, call),
      /** Delete a tax rule. What was issued keeps its rate. A rule that held once is better given a last day. Needs `billing.taxRule.delete`. */
      deleteTaxRule: (input: DeleteTaxRuleInput, call?: CallOptions) =>
        send<DeleteTaxRuleOutput>("DELETE", "/tax-rules/{taxRuleId}", input, call),
      /** List tax rules. Needs `billing.taxRule.list`. */
      listTaxRules: (input: ListTaxRulesInput = {}, call?: CallOptions) =>
        send<ListTaxRulesOutput>("GET", "/tax-rules", input, call),
      /** Add the standard rates of a part of the world. Only for countries that have no rule yet. From then on they are the company's own rules. Needs `billing.taxRule.addPreset`. */
      addTaxPreset: (input: AddTaxPresetInput, call?: CallOptions) =>
        send<AddTaxPresetOutput>("POST", "/tax-rule-presets", input, call),
    },
    payments: {
      /** Pay what is due of an invoice. Notes the payment and has it made in the background; read it again to see what became of it. Needs `payments.payment.begin`. */
      beginPayment: (input: BeginPaymentInput, call?: CallOptions) =>
        send<BeginPaymentOutput>("POST", "/payments", input, call),
      /** Read a payment. Needs `payments.payment.get`. */
      getPayment: (input: GetPaymentInput, call?: CallOptions) =>
        send<GetPaymentOutput>("GET", "/payments/{paymentId}", input, call),
      /** List payments. Needs `payments.payment.list`. */
      listPayments: (input: ListPaymentsInput = {}, call?: CallOptions) =>
        send<ListPaymentsOutput>("GET", "/payments", input, call),
      /** Record money that came outside a gateway. By bank transfer or in cash. What is more than is due becomes the client's credit. Needs `payments.payment.record`. */
      recordPayment: (input: RecordPaymentInput, call?: CallOptions) =>
        send<RecordPaymentOutput>("POST", "/invoices/{invoiceId}/payments", input, call),
      /** Ask the gateway what became of a payment. In the background: read the payment again to see. Nothing is charged twice. Needs `payments.payment.check`. */
      checkPayment: (input: CheckPaymentInput, call?: CallOptions) =>
        send<CheckPaymentOutput>("POST", "/payments/{paymentId}/check", input, call),
      /** List the ways to pay. Needs `payments.option.list`. */
      listPaymentOptions: (input: ListPaymentOptionsInput, call?: CallOptions) =>
        send<ListPaymentOptionsOutput>("GET", "/payment-options", input, call),
      /** List payment gateways and their connections. Needs `payments.connection.list`. */
      listConnections: (input: ListConnectionsInput = {}, call?: CallOptions) =>
        send<ListConnectionsOutput>("GET", "/gateway-connections", input, call),
      /** Connect a payment gateway. Needs `payments.connection.create`. */
      createConnection: (input: CreateConnectionInput, call?: CallOptions) =>
        send<CreateConnectionOutput>("POST", "/gateway-connections", input, call),
      /** Change a payment gateway’s connection. One that is switched off takes no new payments; those under way go on. Needs `payments.connection.update`. */
      updateConnection: (input: UpdateConnectionInput, call?: CallOptions) =>
        send<UpdateConnectionOutput>("PATCH", "/gateway-connections/{connectionId}", input, call),
    },
    provisioning: {
      /** List services. Needs `provisioning.service.list`. */
      listServices: (input: ListServicesInput = {}, call?: CallOptions) =>
        send<ListServicesOutput>("GET", "/services", input, call),
      /** Read a service. Needs `provisioning.service.get`. */
      getService: (input: GetServiceInput, call?: CallOptions) =>
        send<GetServiceOutput>("GET", "/services/{serviceId}", input, call),
      /** Count services by state. Needs `provisioning.service.countByStatus`. */
      countServices: (input: CountServicesInput = {}, call?: CallOptions) =>
        send<CountServicesOutput>("GET", "/service-count", input, call),
      /** List what was done to a service. Each deed with the step at which it stands. Needs `provisioning.action.list`. */
      listActions: (input: ListActionsInput, call?: CallOptions) =>
        send<ListActionsOutput>("GET", "/services/{serviceId}/actions", input, call),
      /** Suspend a service. Nothing is deleted. The service is suspended as soon as its module has done it. Needs `provisioning.service.suspend`. */
      suspendService: (input: SuspendServiceInput, call?: CallOptions) =>
        send<SuspendServiceOutput>("POST", "/services/{serviceId}/suspend", input, call),
      /** Have a suspended service work again. The service works again as soon as its module has done it. Needs `provisioning.service.unsuspend`. */
      unsuspendService: (input: UnsuspendServiceInput, call?: CallOptions) =>
        send<UnsuspendServiceOutput>("POST", "/services/{serviceId}/unsuspend", input, call),
      /** Terminate a service. What it holds is deleted for good by its module. Needs `provisioning.service.terminate`. */
      terminateService: (input: TerminateServiceInput, call?: CallOptions) =>
        send<TerminateServiceOutput>("POST", "/services/{serviceId}/terminate", input, call),
      /** Have a service get a new password. The new one is made here, set by the module, and shown on demand. Nobody types it. Needs `provisioning.service.changePassword`. */
      changeServicePassword: (input: ChangeServicePasswordInput, call?: CallOptions) =>
        send<ChangeServicePasswordOutput>("POST", "/services/{serviceId}/changePassword", input, call),
      /** Try what failed at a service again. It goes on at the step that failed, with the settings that its product and plan have now. What is there is read back first, so nothing is made twice. Needs `provisioning.service.retry`. */
      retryService: (input: RetryServiceInput, call?: CallOptions) =>
        send<RetryServiceOutput>("POST", "/services/{serviceId}/retry", input, call),
      /** Mark a service as delivered. For what was set up by hand, past the module. The client is told. Needs `provisioning.service.markDelivered`. */
      markDelivered: (input: MarkDeliveredInput, call?: CallOptions) =>
        send<MarkDeliveredOutput>("POST", "/services/{serviceId}/markDelivered", input, call),
      /** List tasks for staff. Needs `provisioning.task.list`. */
      listTasks: (input: ListTasksInput = {}, call?: CallOptions) =>
        send<ListTasksOutput>("GET", "/tasks", input, call),
      /** Read a task for staff. Needs `provisioning.task.get`. */
      getTask: (input: GetTaskInput, call?: CallOptions) =>
        send<GetTaskOutput>("GET", "/tasks/{taskId}", input, call),
      /** Count open tasks for staff. Needs `provisioning.task.count`. */
      countTasks: (input: CountTasksInput = {}, call?: CallOptions) =>
        send<CountTasksOutput>("GET", "/task-count", input, call),
      /** Say that a task is done. What waited for it goes on, with what was delivered. Needs `provisioning.task.complete`. */
      completeTask: (input: CompleteTaskInput, call?: CallOptions) =>
        send<CompleteTaskOutput>("POST", "/tasks/{taskId}/complete", input, call),
      /** Say that a task cannot be done. What waited for it fails, with this reason. Needs `provisioning.task.fail`. */
      failTask: (input: FailTaskInput, call?: CallOptions) =>
        send<FailTaskOutput>("POST", "/tasks/{taskId}/fail", input, call),
    },
    ledger: {
      /** Add an account to the chart. Needs `ledger.account.create`. */
      createAccount: (input: CreateAccountInput, call?: CallOptions) =>
        send<CreateAccountOutput>("POST", "/ledger/accounts", input, call),
      /** Rename an account. Code and type stay as they are: they say what the postings to the account mean. Needs `ledger.account.update`. */
      updateAccount: (input: UpdateAccountInput, call?: CallOptions) =>
        send<UpdateAccountOutput>("PATCH", "/ledger/accounts/{accountId}", input, call),
      /** List the chart of accounts. Needs `ledger.account.list`. */
      listAccounts: (input: ListAccountsInput = {}, call?: CallOptions) =>
        send<ListAccountsOutput>("GET", "/ledger/accounts", input, call),
      /** Post a journal entry by hand. For what no document posts: opening balances, bank fees, corrections by the accountant. Needs `ledger.entry.post`. */
      postEntry: (input: PostEntryInput, call?: CallOptions) =>
        send<PostEntryOutput>("POST", "/ledger/entries", input, call),
      /** Take back a journal entry that was posted by hand. Posts a second entry with all lines on the other side. An entry is taken back once. Needs `ledger.entry.reverse`. */
      reverseEntry: (input: ReverseEntryInput, call?: CallOptions) =>
        send<ReverseEntryOutput>("POST", "/ledger/entries/{entryId}/reverse", input, call),
      /** Read a journal entry. Needs `ledger.entry.get`. */
      getEntry: (input: GetEntryInput, call?: CallOptions) =>
        send<GetEntryOutput>("GET", "/ledger/entries/{entryId}", input, call),
      /** List journal entries. Needs `ledger.entry.list`. */
      listEntries: (input: ListEntriesInput = {}, call?: CallOptions) =>
        send<ListEntriesOutput>("GET", "/ledger/entries", input, call),
      /** List balances. Sums of all postings by account, client and currency: the trial balance, what clients owe, their credit. Needs `ledger.balance.list`. */
      listBalances: (input: ListBalancesInput = {}, call?: CallOptions) =>
        send<ListBalancesOutput>("GET", "/ledger/balances", input, call),
      /** Read the income by month. What the books say: postings to income accounts less what was taken back, of whole months in the company's calendar and the current one. Needs `ledger.income.get`. */
      getIncome: (input: GetIncomeInput = {}, call?: CallOptions) =>
        send<GetIncomeOutput>("GET", "/income", input, call),
    },
    overview: {
      /** See what durable work has not picked up yet. Needs `overview.backlog.get`. */
      getBacklog: (input: GetBacklogInput = {}, call?: CallOptions) =>
        send<GetBacklogOutput>("GET", "/backlog", input, call),
    },
    timeline: {
      /** List what happened to a record. An order, an invoice, a payment, a subscription, a service or a client. Nothing for what is not there. Needs `timeline.entry.list`. */
      listTimeline: (input: ListTimelineInput, call?: CallOptions) =>
        send<ListTimelineOutput>("GET", "/timeline", input, call),
    },
    tenants: {
      /** Read the company's profile. Needs `tenants.tenant.get`. */
      getTenant: (input: GetTenantInput = {}, call?: CallOptions) =>
        send<GetTenantOutput>("GET", "/tenant", input, call),
      /** Change the company's profile. Needs `tenants.tenant.update`. */
      updateTenant: (input: UpdateTenantInput, call?: CallOptions) =>
        send<UpdateTenantOutput>("PATCH", "/tenant", input, call),
      /** Read the brand for a change. Needs `tenants.brand.settings`. */
      getBrandSettings: (input: GetBrandSettingsInput = {}, call?: CallOptions) =>
        send<GetBrandSettingsOutput>("GET", "/brand", input, call),
      /** Change colour and links of the brand. Needs `tenants.brand.update`. */
      updateBrand: (input: UpdateBrandInput, call?: CallOptions) =>
        send<UpdateBrandOutput>("PATCH", "/brand", input, call),
      /** Put a logo in, or take it away. Needs `tenants.brand.setLogo`. */
      setLogo: (input: SetLogoInput, call?: CallOptions) =>
        send<SetLogoOutput>("PUT", "/brand/logos/{kind}", input, call),
      /** List the company's host names. Needs `tenants.host.list`. */
      listHosts: (input: ListHostsInput = {}, call?: CallOptions) =>
        send<ListHostsOutput>("GET", "/hosts", input, call),
      /** Claim a host name. It is answered on once its record in the name system has proved whose it is. Needs `tenants.host.add`. */
      addHost: (input: AddHostInput, call?: CallOptions) =>
        send<AddHostOutput>("POST", "/hosts", input, call),
      /** Look for a host's proof now. The name system is asked outside of the request; the outcome stands in the host soon after. Needs `tenants.host.check`. */
      checkHost: (input: CheckHostInput, call?: CallOptions) =>
        send<CheckHostOutput>("POST", "/hosts/{host}/check", input, call),
      /** Give a host name up. Needs `tenants.host.remove`. */
      removeHost: (input: RemoveHostInput, call?: CallOptions) =>
        send<RemoveHostOutput>("DELETE", "/hosts/{host}", input, call),
      /** Choose the host that links name. Needs `tenants.host.choosePrimary`. */
      choosePrimaryHost: (input: ChoosePrimaryHostInput, call?: CallOptions) =>
        send<ChoosePrimaryHostOutput>("POST", "/hosts/{host}/primary", input, call),
    },
    auth: {
      /** Read who must have a second factor. Needs `auth.secondFactorPolicy.get`. */
      getSecondFactorPolicy: (input: GetSecondFactorPolicyInput = {}, call?: CallOptions) =>
        send<GetSecondFactorPolicyOutput>("GET", "/second-factor-policy", input, call),
      /** Add a sign-in provider. Needs `auth.provider.create`. */
      createProvider: (input: CreateProviderInput, call?: CallOptions) =>
        send<CreateProviderOutput>("POST", "/sign-in-providers", input, call),
      /** Read a sign-in provider. Without its secret, which nobody reads back. Needs `auth.provider.get`. */
      getProvider: (input: GetProviderInput, call?: CallOptions) =>
        send<GetProviderOutput>("GET", "/sign-in-providers/{providerId}", input, call),
      /** List sign-in providers. Needs `auth.provider.list`. */
      listProviders: (input: ListProvidersInput = {}, call?: CallOptions) =>
        send<ListProvidersOutput>("GET", "/sign-in-providers", input, call),
      /** Change a sign-in provider. Disabled, it signs nobody in from the next request on. Its kind stays. Needs `auth.provider.update`. */
      updateProvider: (input: UpdateProviderInput, call?: CallOptions) =>
        send<UpdateProviderOutput>("PUT", "/sign-in-providers/{providerId}", input, call),
      /** List where somebody is signed in. Sessions in force of one account. Those in which staff act as the person are not among them. Needs `auth.userSession.list`. */
      listUserSessions: (input: ListUserSessionsInput, call?: CallOptions) =>
        send<ListUserSessionsOutput>("GET", "/users/{userId}/sessions", input, call),
      /** Sign somebody out in one browser. At the next request of that browser. Of nobody who may do more than the caller. Asks for no fresh sign-in: whoever sees a thief should not be held up. Needs `auth.userSession.end`. */
      endUserSession: (input: EndUserSessionInput, call?: CallOptions) =>
        send<EndUserSessionOutput>("POST", "/user-sessions/{sessionId}/end", input, call),
      /** Who am I, and what may I do. The signed-in person, or the creator of the API key that was sent. Needs `auth.user.me`. */
      getMe: (input: GetMeInput = {}, call?: CallOptions) => send<GetMeOutput>("GET", "/me", input, call),
      /** List user accounts. Needs `auth.user.list`. */
      listUsers: (input: ListUsersInput = {}, call?: CallOptions) =>
        send<ListUsersOutput>("GET", "/users", input, call),
      /** List API keys. Needs `auth.apiKey.list`. */
      listApiKeys: (input: ListApiKeysInput = {}, call?: CallOptions) =>
        send<ListApiKeysOutput>("GET", "/api-keys", input, call),
      /** Revoke an API key. It stops working at its next request and cannot be brought back. Needs `auth.apiKey.revoke`. */
      revokeApiKey: (input: RevokeApiKeyInput, call?: CallOptions) =>
        send<RevokeApiKeyOutput>("POST", "/api-keys/{apiKeyId}/revoke", input, call),
      /** Read an account. Needs `auth.user.get`. */
      getUser: (input: GetUserInput, call?: CallOptions) =>
        send<GetUserOutput>("GET", "/users/{userId}", input, call),
      /** Invite somebody to act for a client. The person gets a mail whose link makes the account. Nobody gives more than they have themselves. Needs `auth.memberInvitation.create`. */
      inviteMember: (input: InviteMemberInput, call?: CallOptions) =>
        send<InviteMemberOutput>("POST", "/clients/{clientId}/invitations", input, call),
      /** List invitations of a client's people. Needs `auth.memberInvitation.list`. */
      listMemberInvitations: (input: ListMemberInvitationsInput = {}, call?: CallOptions) =>
        send<ListMemberInvitationsOutput>("GET", "/invitations", input, call),
      /** Send an invitation of a client's people again. With a new link and a new expiry; links that went out before open nothing any more. Needs `auth.memberInvitation.resend`. */
      resendMemberInvitation: (input: ResendMemberInvitationInput, call?: CallOptions) =>
        send<ResendMemberInvitationOutput>("POST", "/invitations/{invitationId}/resend", input, call),
      /** Withdraw an invitation of a client's people. Needs `auth.memberInvitation.revoke`. */
      revokeMemberInvitation: (input: RevokeMemberInvitationInput, call?: CallOptions) =>
        send<RevokeMemberInvitationOutput>("POST", "/invitations/{invitationId}/revoke", input, call),
      /** List roles. The built-in ones first, then those of the company. Needs `auth.role.list`. */
      listRoles: (input: ListRolesInput = {}, call?: CallOptions) =>
        send<ListRolesOutput>("GET", "/roles", input, call),
      /** Read a role and who has it. Needs `auth.role.get`. */
      getRole: (input: GetRoleInput, call?: CallOptions) =>
        send<GetRoleOutput>("GET", "/roles/{role}", input, call),
      /** List who acts for a client. Needs `auth.membership.list`. */
      listMemberships: (input: ListMembershipsInput = {}, call?: CallOptions) =>
        send<ListMembershipsOutput>("GET", "/memberships", input, call),
      /** Give somebody other rights for a client. The person signs in anew. Nobody gives more than they have themselves, and a client keeps an owner. Needs `auth.membership.changeRole`. */
      changeMembershipRole: (input: ChangeMembershipRoleInput, call?: CallOptions) =>
        send<ChangeMembershipRoleOutput>("POST", "/memberships/{membershipId}/role", input, call),
      /** Take somebody's access to a client away. The account stays, with whatever it may do for other clients. Needs `auth.membership.remove`. */
      removeMembership: (input: RemoveMembershipInput, call?: CallOptions) =>
        send<RemoveMembershipOutput>("POST", "/memberships/{membershipId}/remove", input, call),
    },
    clients: {
      /** Create a client. Needs `clients.client.create`. */
      createClient: (input: CreateClientInput, call?: CallOptions) =>
        send<CreateClientOutput>("POST", "/clients", input, call),
      /** Read a client. Needs `clients.client.get`. */
      getClient: (input: GetClientInput, call?: CallOptions) =>
        send<GetClientOutput>("GET", "/clients/{clientId}", input, call),
      /** List clients. Needs `clients.client.list`. */
      listClients: (input: ListClientsInput = {}, call?: CallOptions) =>
        send<ListClientsOutput>("GET", "/clients", input, call),
      /** Change a client. Needs `clients.client.update`. */
      updateClient: (input: UpdateClientInput, call?: CallOptions) =>
        send<UpdateClientOutput>("PATCH", "/clients/{clientId}", input, call),
      /** Archive a client. Needs `clients.client.archive`. */
      archiveClient: (input: ArchiveClientInput, call?: CallOptions) =>
        send<ArchiveClientOutput>("POST", "/clients/{clientId}/archive", input, call),
      /** Restore an archived client. Needs `clients.client.restore`. */
      restoreClient: (input: RestoreClientInput, call?: CallOptions) =>
        send<RestoreClientOutput>("POST", "/clients/{clientId}/restore", input, call),
      /** Count clients. Needs `clients.client.count`. */
      countClients: (input: CountClientsInput = {}, call?: CallOptions) =>
        send<CountClientsOutput>("GET", "/client-count", input, call),
      /** Archive, tag or group many clients. One portion of a selection. Clients whose state does not allow it, or that the change would leave as they are, are skipped. Needs `clients.client.changeMany`. */
      changeClients: (input: ChangeClientsInput, call?: CallOptions) =>
        send<ChangeClientsOutput>("POST", "/clients/change-many", input, call),
      /** Add a contact to a client. Needs `clients.contact.create`. */
      createContact: (input: CreateContactInput, call?: CallOptions) =>
        send<CreateContactOutput>("POST", "/clients/{clientId}/contacts", input, call),
      /** Change a contact. Needs `clients.contact.update`. */
      updateContact: (input: UpdateContactInput, call?: CallOptions) =>
        send<UpdateContactOutput>("PATCH", "/contacts/{contactId}", input, call),
      /** Remove a contact. Needs `clients.contact.delete`. */
      deleteContact: (input: DeleteContactInput, call?: CallOptions) =>
        send<DeleteContactOutput>("DELETE", "/contacts/{contactId}", input, call),
      /** List a client's contacts. Needs `clients.contact.list`. */
      listContacts: (input: ListContactsInput, call?: CallOptions) =>
        send<ListContactsOutput>("GET", "/clients/{clientId}/contacts", input, call),
      /** Write a note about a client. Notes are for staff: the client's people never see them. Needs `clients.note.create`. */
      createNote: (input: CreateNoteInput, call?: CallOptions) =>
        send<CreateNoteOutput>("POST", "/clients/{clientId}/notes", input, call),
      /** Change or pin a note. The text is its author's to change; pinning is anybody's who may change notes. Needs `clients.note.update`. */
      updateNote: (input: UpdateNoteInput, call?: CallOptions) =>
        send<UpdateNoteOutput>("PATCH", "/client-notes/{noteId}", input, call),
      /** Delete a note. The answer holds the note, so that it can be written again. Needs `clients.note.delete`. */
      deleteNote: (input: DeleteNoteInput, call?: CallOptions) =>
        send<DeleteNoteOutput>("DELETE", "/client-notes/{noteId}", input, call),
      /** List the notes about a client. Needs `clients.note.list`. */
      listNotes: (input: ListNotesInput, call?: CallOptions) =>
        send<ListNotesOutput>("GET", "/clients/{clientId}/notes", input, call),
      /** Create a group of clients. Needs `clients.group.create`. */
      createGroup: (input: CreateGroupInput, call?: CallOptions) =>
        send<CreateGroupOutput>("POST", "/client-groups", input, call),
      /** Rename or colour a group. Needs `clients.group.update`. */
      updateGroup: (input: UpdateGroupInput, call?: CallOptions) =>
        send<UpdateGroupOutput>("PATCH", "/client-groups/{groupId}", input, call),
      /** Delete an empty group. Needs `clients.group.delete`. */
      deleteGroup: (input: DeleteGroupInput, call?: CallOptions) =>
        send<DeleteGroupOutput>("DELETE", "/client-groups/{groupId}", input, call),
      /** List groups of clients. Needs `clients.group.list`. */
      listGroups: (input: ListGroupsInput = {}, call?: CallOptions) =>
        send<ListGroupsOutput>("GET", "/client-groups", input, call),
      /** List the tags in use. The most used ones first, 100 at most; with `beginning`, those that begin so. Needs `clients.tag.list`. */
      listTags: (input: ListTagsInput = {}, call?: CallOptions) =>
        send<ListTagsOutput>("GET", "/client-tags", input, call),
      /** Read how a country writes addresses. Needs `clients.addressForm.get`. */
      getAddressForm: (input: GetAddressFormInput, call?: CallOptions) =>
        send<GetAddressFormOutput>("GET", "/countries/{country}/address-form", input, call),
      /** Add a file to a client. The type of a file is read from its first bytes. It is only ever handed out to be saved, never to be shown. Needs `clients.file.add`. */
      addFile: (input: AddFileInput, call?: CallOptions) =>
        send<AddFileOutput>("POST", "/clients/{clientId}/files", input, call),
      /** Rename a file, or show it to the client. Needs `clients.file.update`. */
      updateFile: (input: UpdateFileInput, call?: CallOptions) =>
        send<UpdateFileOutput>("PATCH", "/client-files/{clientFileId}", input, call),
      /** Delete a client's file. Needs `clients.file.remove`. */
      removeFile: (input: RemoveFileInput, call?: CallOptions) =>
        send<RemoveFileOutput>("DELETE", "/client-files/{clientFileId}", input, call),
      /** List a client's files. The client's people see those that were shown to them. Needs `clients.file.list`. */
      listFiles: (input: ListFilesInput, call?: CallOptions) =>
        send<ListFilesOutput>("GET", "/clients/{clientId}/files", input, call),
      /** Read the bytes of a client's file. Needs `clients.file.read`. */
      readFile: (input: ReadFileInput, call?: CallOptions) =>
        send<ReadFileOutput>("GET", "/client-files/{clientFileId}/content", input, call),
      /** Ask a question of one's own about clients. Needs `clients.field.create`. */
      createField: (input: CreateFieldInput, call?: CallOptions) =>
        send<CreateFieldOutput>("POST", "/client-fields", input, call),
      /** Change, move or retire a question about clients. Key and kind stay: answers were given under them. A retired question is asked no more; answers that it has are kept. Needs `clients.field.update`. */
      updateField: (input: UpdateFieldInput, call?: CallOptions) =>
        send<UpdateFieldOutput>("PATCH", "/client-fields/{fieldId}", input, call),
      /** List the questions that are asked about clients. In their order. Clients' people get those that are meant for them. Needs `clients.field.list`. */
      listFields: (input: ListFieldsInput = {}, call?: CallOptions) =>
        send<ListFieldsOutput>("GET", "/client-fields", input, call),
      /** Merge a client into another. People, contacts, notes, files, tags and balances move; the merged client leads to the other from then on. Cannot be undone. Needs `clients.client.merge`. */
      mergeClients: (input: MergeClientsInput, call?: CallOptions) =>
        send<MergeClientsOutput>("POST", "/clients/{clientId}/merge", input, call),
      /** See what a merge would move. Needs `clients.client.previewMerge`. */
      previewMerge: (input: PreviewMergeInput, call?: CallOptions) =>
        send<PreviewMergeOutput>("GET", "/clients/{clientId}/merge-preview", input, call),
    },
    settings: {
      /** List the company's settings. Needs `settings.setting.list`. */
      listSettings: (input: ListSettingsInput = {}, call?: CallOptions) =>
        send<ListSettingsOutput>("GET", "/settings", input, call),
      /** Change a setting. Needs `settings.setting.update`. */
      updateSetting: (input: UpdateSettingInput, call?: CallOptions) =>
        send<UpdateSettingOutput>("PUT", "/settings/{key}", input, call),
      /** Put a setting back to its initial value. Needs `settings.setting.reset`. */
      resetSetting: (input: ResetSettingInput, call?: CallOptions) =>
        send<ResetSettingOutput>("DELETE", "/settings/{key}", input, call),
    },
    durable: {
      /** List runs of durable work. Needs `durable.run.list`. */
      listRuns: (input: ListRunsInput = {}, call?: CallOptions) =>
        send<ListRunsOutput>("GET", "/durable-runs", input, call),
      /** Read a run with its steps. Inputs, outputs and errors with secrets masked, by the name of their field and by their shape. Needs `durable.run.get`. */
      getRun: (input: GetRunInput, call?: CallOptions) =>
        send<GetRunOutput>("GET", "/durable-runs/{runId}", input, call),
      /** Have a failed run go on. It goes on at the step at which it failed; steps that were done keep their results and are not carried out again. Needs `durable.run.retry`. */
      retryRun: (input: RetryRunInput, call?: CallOptions) =>
        send<RetryRunOutput>("POST", "/durable-runs/{runId}/retry", input, call),
      /** Cancel a run. The server ends it as soon as it gets to it. A step under way at that moment is not interrupted; its result is dropped. Needs `durable.run.cancel`. */
      cancelRun: (input: CancelRunInput, call?: CallOptions) =>
        send<CancelRunOutput>("POST", "/durable-runs/{runId}/cancel", input, call),
      /** Run again. A new run of the same function for the same event, from the beginning: every step is carried out again. Needs `durable.run.repeat`. */
      repeatRun: (input: RepeatRunInput, call?: CallOptions) =>
        send<RepeatRunOutput>("POST", "/durable-runs/{runId}/repeat", input, call),
      /** Have several failed runs go on. Runs that do not allow it are counted by the code of their refusal; the others go on. Needs `durable.run.retryMany`. */
      retryRuns: (input: RetryRunsInput, call?: CallOptions) =>
        send<RetryRunsOutput>("POST", "/durable-runs/retry", input, call),
      /** Cancel several runs. Runs that do not allow it are counted by the code of their refusal; the others go on. Needs `durable.run.cancelMany`. */
      cancelRuns: (input: CancelRunsInput, call?: CallOptions) =>
        send<CancelRunsOutput>("POST", "/durable-runs/cancel", input, call),
      /** List the functions of durable work. What starts each, when its schedules come up next, and how many of its runs there are. Needs `durable.function.list`. */
      listFunctions: (input: ListFunctionsInput = {}, call?: CallOptions) =>
        send<ListFunctionsOutput>("GET", "/durable-functions", input, call),
      /** See how durable work stands. Runs that are not done, by state, and since when the oldest work that is due has waited. Needs `durable.queue.get`. */
      getQueue: (input: GetQueueInput = {}, call?: CallOptions) =>
        send<GetQueueOutput>("GET", "/durable-queue", input, call),
    },
    mail: {
      /** List the mails that one was sent. To one's own account, and to the client that one acts for. Needs `mail.received.list`. */
      listReceived: (input: ListReceivedInput = {}, call?: CallOptions) =>
        send<ListReceivedOutput>("GET", "/received-mails", input, call),
      /** Read a mail that one was sent. Without its words where it carried a credential, or where they are no longer kept. Needs `mail.received.read`. */
      readReceived: (input: ReadReceivedInput, call?: CallOptions) =>
        send<ReadReceivedOutput>("GET", "/received-mails/{messageId}", input, call),
      /** List mails. Needs `mail.message.list`. */
      listMessages: (input: ListMessagesInput = {}, call?: CallOptions) =>
        send<ListMessagesOutput>("GET", "/mails", input, call),
      /** Read a mail's fate. Needs `mail.message.get`. */
      getMessage: (input: GetMessageInput, call?: CallOptions) =>
        send<GetMessageOutput>("GET", "/mails/{messageId}", input, call),
      /** Read what a mail said. Needs `mail.message.read`. */
      readMessage: (input: ReadMessageInput, call?: CallOptions) =>
        send<ReadMessageOutput>("GET", "/mails/{messageId}/body", input, call),
      /** Send a failed mail again. Needs `mail.message.sendAgain`. */
      sendAgain: (input: SendAgainInput, call?: CallOptions) =>
        send<SendAgainOutput>("POST", "/mails/{messageId}/send-again", input, call),
      /** Send oneself a test mail. Needs `mail.message.sendTest`. */
      sendTest: (input: SendTestInput = {}, call?: CallOptions) =>
        send<SendTestOutput>("POST", "/test-mails", input, call),
      /** Read how mail leaves. Needs `mail.settings.get`. */
      getSettings: (input: GetSettingsInput = {}, call?: CallOptions) =>
        send<GetSettingsOutput>("GET", "/mail-settings", input, call),
      /** Change how mail leaves. Secrets that are not sent stay as they are; null takes them away. Needs `mail.settings.update`. */
      updateSettings: (input: UpdateSettingsInput, call?: CallOptions) =>
        send<UpdateSettingsOutput>("PUT", "/mail-settings", input, call),
      /** List mail templates. Needs `mail.template.list`. */
      listTemplates: (input: ListTemplatesInput, call?: CallOptions) =>
        send<ListTemplatesOutput>("GET", "/mail-templates", input, call),
      /** Read a mail template. Needs `mail.template.get`. */
      getTemplate: (input: GetTemplateInput, call?: CallOptions) =>
        send<GetTemplateOutput>("GET", "/mail-templates/{template}/{language}", input, call),
      /** Change a mail template. Needs `mail.template.update`. */
      updateTemplate: (input: UpdateTemplateInput, call?: CallOptions) =>
        send<UpdateTemplateOutput>("PUT", "/mail-templates/{template}/{language}", input, call),
      /** Take a mail template back to the product's words. Needs `mail.template.reset`. */
      resetTemplate: (input: ResetTemplateInput, call?: CallOptions) =>
        send<ResetTemplateOutput>("POST", "/mail-templates/{template}/{language}/reset", input, call),
      /** Preview a mail template. Needs `mail.template.preview`. */
      previewTemplate: (input: PreviewTemplateInput, call?: CallOptions) =>
        send<PreviewTemplateOutput>("POST", "/mail-templates/{template}/{language}/preview", input, call),
      /** List marked addresses. Needs `mail.suppression.list`. */
      listSuppressions: (input: ListSuppressionsInput = {}, call?: CallOptions) =>
        send<ListSuppressionsOutput>("GET", "/mail-suppressions", input, call),
      /** Lift the mark of an address. Needs `mail.suppression.remove`. */
      removeSuppression: (input: RemoveSuppressionInput, call?: CallOptions) =>
        send<RemoveSuppressionOutput>("DELETE", "/mail-suppressions/{suppressionId}", input, call),
    },
    platform: {
      /** List the installation's companies. Needs `platform.company.list`. */
      listCompanies: (input: ListCompaniesInput = {}, call?: CallOptions) =>
        send<ListCompaniesOutput>("GET", "/platform/companies", input, call),
      /** Read a company. Needs `platform.company.get`. */
      getCompany: (input: GetCompanyInput, call?: CallOptions) =>
        send<GetCompanyOutput>("GET", "/platform/companies/{companyId}", input, call),
      /** Make the link that opens a company. Its owner follows it, once and within 24 hours, and fills in owner and company. A newer one for the same host closes it. Needs `platform.company.invite`. */
      inviteCompany: (input: InviteCompanyInput, call?: CallOptions) =>
        send<InviteCompanyOutput>("POST", "/platform/company-links", input, call),
      /** List the links that could still open a company. Needs `platform.companyLink.list`. */
      listCompanyLinks: (input: ListCompanyLinksInput = {}, call?: CallOptions) =>
        send<ListCompanyLinksOutput>("GET", "/platform/company-links", input, call),
      /** Close a link that opens a company. Needs `platform.companyLink.revoke`. */
      revokeCompanyLink: (input: RevokeCompanyLinkInput, call?: CallOptions) =>
        send<RevokeCompanyLinkOutput>("POST", "/platform/company-links/{linkId}/revoke", input, call),
      /** Read a company's brand. Needs `platform.brand.get`. */
      getCompanyBrand: (input: GetCompanyBrandInput, call?: CallOptions) =>
        send<GetCompanyBrandOutput>("GET", "/platform/companies/{companyId}/brand", input, call),
      /** Change a company's name, colour and links for it. By the company's own rules. It stands in the audit log of both, with who did it. Needs `platform.brand.update`. */
      updateCompanyBrand: (input: UpdateCompanyBrandInput, call?: CallOptions) =>
        send<UpdateCompanyBrandOutput>("PATCH", "/platform/companies/{companyId}/brand", input, call),
      /** Put a company's logo in for it, or take it away. Needs `platform.brand.setLogo`. */
      setCompanyLogo: (input: SetCompanyLogoInput, call?: CallOptions) =>
        send<SetCompanyLogoOutput>("PUT", "/platform/companies/{companyId}/brand/logos/{kind}", input, call),
      /** Suspend a company. Its people, keys, visitors and automation are refused from their next request on. Nothing of it is lost. Needs `platform.company.suspend`. */
      suspendCompany: (input: SuspendCompanyInput, call?: CallOptions) =>
        send<SuspendCompanyOutput>("POST", "/platform/companies/{companyId}/suspend", input, call),
      /** Let a suspended company work again. Needs `platform.company.resume`. */
      resumeCompany: (input: ResumeCompanyInput, call?: CallOptions) =>
        send<ResumeCompanyOutput>("POST", "/platform/companies/{companyId}/resume", input, call),
    },
    audit: {
      /** List what was done. Needs `audit.entry.list`. */
      listAuditEntries: (input: ListAuditEntriesInput = {}, call?: CallOptions) =>
        send<ListAuditEntriesOutput>("GET", "/audit-entries", input, call),
      /** Check that the audit log was not altered. Recomputes the hash of each entry from its content and the entry before. Needs `audit.chain.verify`. */
      verifyChain: (input: VerifyChainInput = {}, call?: CallOptions) =>
        send<VerifyChainOutput>("GET", "/audit-chain", input, call),
    },
    privacy: {
      /** Ask for everything held about somebody. Put together in the background; who asked gets a mail with a link that only they can use, for seven days. Needs `privacy.export.request`. */
      requestExport: (input: RequestExportInput, call?: CallOptions) =>
        send<RequestExportOutput>("POST", "/data-exports", input, call),
      /** Delete an export's file. Needs `privacy.export.expire`. */
      expireExport: (input: ExpireExportInput, call?: CallOptions) =>
        send<ExpireExportOutput>("POST", "/data-exports/{exportId}/expire", input, call),
      /** List the exports that one asked for. Needs `privacy.export.list`. */
      listExports: (input: ListExportsInput = {}, call?: CallOptions) =>
        send<ListExportsOutput>("GET", "/data-exports", input, call),
      /** Ask to be forgotten. Staff look at it and decide; what the law keeps stays. Needs `privacy.erasure.request`. */
      requestErasure: (input: RequestErasureInput, call?: CallOptions) =>
        send<RequestErasureOutput>("POST", "/erasure-requests", input, call),
      /** Decline a request for erasure. Who asked sees the answer. Needs `privacy.erasure.decline`. */
      declineErasure: (input: DeclineErasureInput, call?: CallOptions) =>
        send<DeclineErasureOutput>("POST", "/erasure-requests/{requestId}/decline", input, call),
      /** List requests for erasure. Needs `privacy.erasure.list`. */
      listErasureRequests: (input: ListErasureRequestsInput = {}, call?: CallOptions) =>
        send<ListErasureRequestsOutput>("GET", "/erasure-requests", input, call),
      /** See what an erasure would delete and keep. Needs `privacy.erasure.preview`. */
      previewErasure: (input: PreviewErasureInput, call?: CallOptions) =>
        send<PreviewErasureOutput>("GET", "/erasure-preview", input, call),
      /** Erase a person's data. Anonymises or deletes what names the person, and keeps what the law keeps: the books, and the audit log, which shows nothing of it any more. Cannot be undone. Needs `privacy.subject.erase`. */
      erase: (input: EraseInput, call?: CallOptions) => send<EraseOutput>("POST", "/erasures", input, call),
      /** Record that somebody agreed to marketing, or took it back. Needs `privacy.consent.record`. */
      recordConsent: (input: RecordConsentInput, call?: CallOptions) =>
        send<RecordConsentOutput>("POST", "/marketing-consents", input, call),
      /** List somebody's decisions on marketing. The newest first; it counts. Needs `privacy.consent.list`. */
      listConsents: (input: ListConsentsInput, call?: CallOptions) =>
        send<ListConsentsOutput>("GET", "/marketing-consents", input, call),
    },
  };
}

export type Panel1 = ReturnType<typeof createPanel1>;
