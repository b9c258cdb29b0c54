import http from "node:http";
import https from "node:https";
import type { ClaimedCall } from "./claim-call";
import type { Engine } from "./model";
import { type Answer, type HttpAnswer, readAnswer, tooLarge } from "./protocol/answer";
import { limits } from "./protocol/limits";
import { canonicalJson, sign } from "./protocol/signature";

/**
 * A connection per call: one kept open may be closed by the app at the moment of the next call, which then looks as if the app had
 * broken off the work.
 */
const agents = {
  "http:": new http.Agent({ keepAlive: false }),
  "https:": new https.Agent({ keepAlive: false }),
};

class AnswerTooLarge extends Error {
  override message = `the answer is larger than ${limits.answerBytes} bytes`;
}

/** Failures that say for certain that the request did not reach the app. */
const notReached = new Set(["ECONNREFUSED", "ENOTFOUND", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"]);

/**
 * Makes a signed call request to the app and reads the answer. An app that was not reached is `unreachable`, and one
 * that broke off after it got the request has failed the attempt, since it may have done the work.
 */
export async function callApp(engine: Engine, claimed: ClaimedCall): Promise<Answer> {
  try {
    const answer = await sendSigned(engine, callRequest(claimed, engine.inlineLimitBytes), engine.shutdown);
    return readAnswer(answer, new Date());
  } catch (error) {
    engine.shutdown.throwIfAborted();
    if (error instanceof AnswerTooLarge) return tooLarge();
    const { code = "", message } = error as { code?: string; message: string };
    if (notReached.has(code)) return { kind: "unreachable", reason: code };
    return {
      kind: "failed",
      error: { name: "Error", message: `The call to the app broke off: ${code || message}` },
      retry: { allowed: true, at: undefined },
      version: undefined,
    };
  }
}

function callRequest(claimed: ClaimedCall, inlineLimitBytes: number): SignedRequest {
  const { run, call, fn } = claimed;
  const url = new URL(fn.url);
  url.searchParams.set("stepId", call.step_id ?? "step");
  const headers = {
    "x-inngest-server-kind": "cloud",
    "x-request-id": call.id,
    ...(run.request_version > 0 && { "x-inngest-req-version": String(run.request_version) }),
  };
  return { url, method: "POST", body: callBody(claimed, inlineLimitBytes), headers };
}

/** The request's body in canonical form. Large state is left out: the SDK then fetches it. */
function callBody({ run, call, fn, event, events, steps }: ClaimedCall, inlineLimitBytes: number): string {
  const stack = steps.map(({ id }) => id);
  const context = {
    run_id: run.id,
    attempt: call.attempt,
    max_attempts: fn.max_attempts,
    disable_immediate_execution: run.plan_only,
    stack: { stack, current: stack.length },
  };
  const full = canonicalJson({
    ctx: { ...context, use_api: false },
    event,
    events,
    steps: Object.fromEntries(steps.map(({ id, result }) => [id, result])),
    version: run.request_version,
  });
  if (Buffer.byteLength(full) <= inlineLimitBytes) return full;
  return canonicalJson({
    ctx: { ...context, use_api: true },
    event,
    events: [],
    steps: {},
    version: run.request_version,
  });
}

type SignedRequest = {
  url: URL;
  method: "POST" | "PUT";
  /** Canonical JSON, or nothing. */
  body: string;
  headers?: Record<string, string>;
};

/** Sends a request with the signature that the SDK expects outside dev mode. Throws when no whole answer came. */
export function sendSigned(
  { signingKey, callTimeoutMs }: Pick<Engine, "signingKey" | "callTimeoutMs">,
  { url, method, body, headers }: SignedRequest,
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  const isSecure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, {
      method,
      agent: agents[isSecure ? "https:" : "http:"],
      signal,
      headers: {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-inngest-signature": sign(body, signingKey, new Date()),
      },
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer within ${callTimeoutMs} ms`)),
      callTimeoutMs,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    request.once("error", fail);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length <= limits.answerBytes) return void chunks.push(chunk);
        fail(new AnswerTooLarge());
        request.destroy();
      });
      response.once("error", fail);
      response.once("end", () => {
        clearTimeout(timer);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        });
      });
    });
    request.end(body);
  });
}
