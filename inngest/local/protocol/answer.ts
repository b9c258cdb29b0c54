import { z } from "zod";
import { limits } from "./limits";
import { parseRetryAfter } from "./time";

/** A step as an answer reports it. */
const opSchema = z.object({
  id: z.string().min(1),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.output<typeof opSchema>;

export type Failure = { name: string; message: string } & Record<string, unknown>;

/** What the app answered to a call request. */
export type Answer =
  | { kind: "completed"; output: unknown; version: number | undefined }
  | { kind: "steps"; ops: Op[]; retry: Retry; version: number | undefined }
  /** The function (not a step in it) threw, or the answer makes no sense. Counts as an attempt. */
  | { kind: "failed"; error: Failure; retry: Retry; version: number | undefined }
  /** The app was not there: nothing ran, so no attempt is used up. */
  | { kind: "unreachable"; reason: string };

export type Retry = { allowed: boolean; at: Date | undefined };

export type HttpAnswer = {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
};

/** Answers of proxies and half-started apps; the same status with the SDK's own header comes from the function's route. */
const notTheApp = new Set([401, 403, 404, 429, 502, 503, 504]);

/** Reads an HTTP answer to a call request as the SDK's protocol defines it. */
export function readAnswer(http: HttpAnswer, now: Date): Answer {
  const answer = http.status === 201 ? unwrapStream(http) : http;
  if (answer === undefined) {
    const error = { name: "Error", message: "The app's streamed answer ended early" };
    return { kind: "failed", error, retry: { allowed: true, at: undefined }, version: undefined };
  }

  const { status, body } = answer;
  const header = (name: string) => {
    const value = answer.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (header("x-inngest-sdk") === undefined && notTheApp.has(status)) {
    return { kind: "unreachable", reason: `the app answered ${status}` };
  }

  const version = Number(header("x-inngest-req-version")) || undefined;
  const retry: Retry = {
    allowed: header("x-inngest-no-retry") !== "true",
    at: parseRetryAfter(header("retry-after"), now),
  };
  const content = parseJson(body);
  if (header("x-inngest-sdk") === undefined) {
    return { kind: "failed", error: notFromSdk(status), retry: { allowed: true, at: undefined }, version };
  }
  const isLarge = Buffer.byteLength(body) > limits.outputBytes;
  if (status === 200 && isLarge) return tooLarge(version);
  if (status === 200) return { kind: "completed", output: content ?? null, version };
  if (status === 206) {
    const ops = z.array(opSchema).safeParse(content);
    if (ops.success && isLarge && ops.data.some((op) => op.op === "RunComplete" && isTooLarge(op)))
      return tooLarge(version);
    if (ops.success && ops.data.length > 0) {
      return { kind: "steps", ops: isLarge ? ops.data.map(failIfTooLarge) : ops.data, retry, version };
    }
  }
  return { kind: "failed", error: toFailure(content, `The app answered ${status}`), retry, version };
}

const outputTooLarge: Failure = {
  name: "OutputTooLarge",
  message: `The output is larger than ${limits.outputBytes} bytes`,
};

/** What ran has run: to run it again would give the same. */
export function tooLarge(version?: number): Answer {
  return { kind: "failed", error: outputTooLarge, retry: { allowed: false, at: undefined }, version };
}

function isTooLarge({ data }: Op): boolean {
  return Buffer.byteLength(JSON.stringify(data ?? null)) > limits.outputBytes;
}

/** A step whose output is too large has failed, which its function may catch. */
function failIfTooLarge(op: Op): Op {
  if (!isTooLarge(op)) return op;
  return { ...op, op: "StepFailed", data: undefined, error: outputTooLarge };
}

/** An error in the form that functions receive it: what the SDK sent, with a name and a message at least. */
export function toFailure(error: unknown, otherwise = "Unknown error"): Failure {
  const given = typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {};
  const message = [given.message, given.error, typeof error === "string" ? error : undefined].find(
    (text): text is string => typeof text === "string" && text !== "",
  );
  return {
    ...given,
    name: typeof given.name === "string" && given.name !== "" ? given.name : "Error",
    message: message ?? otherwise,
  };
}

/** With streaming on, the real answer is the JSON at the end of a 201's body, after blanks that kept it open. */
function unwrapStream({ headers, body }: HttpAnswer): HttpAnswer | undefined {
  const inner = z
    .object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() })
    .safeParse(parseJson(body));
  if (!inner.success) return undefined;
  const own = Object.entries(inner.data.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: inner.data.status,
    headers: { ...headers, ...Object.fromEntries(own) },
    body: inner.data.body,
  };
}

function notFromSdk(status: number): Failure {
  return { name: "Error", message: `The app answered ${status} without the SDK's header` };
}

function parseJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
