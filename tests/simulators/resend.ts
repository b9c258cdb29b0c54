import { createHmac, randomUUID } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What the next requests meet. `lost` and `failed`: the mail is taken, and the sender does not hear of it. */
export type ResendFault = "unavailable" | "failed" | "lost" | "limited" | "refused" | "sender";

export type ResendMail = {
  id: string;
  key: string;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  reply_to?: string | string[];
};

const header = z.string().regex(/^[^\r\n\0]*$/);
/** What POST /emails takes; anything else is refused, as by the real one. */
const payloadSchema = z.strictObject({
  from: header.regex(/^(?:[^<>]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/),
  to: z
    .array(z.string().regex(/^[^\s<>@,]+@[^\s<>@,]+$/))
    .min(1)
    .max(50),
  subject: header.min(1).max(998),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), header).optional(),
  reply_to: z.union([z.string(), z.array(z.string())]).optional(),
});

/** Resend's HTTP API as far as we speak it: strict about what it receives, with idempotency keys and faults on demand. */
export class ResendSimulator {
  readonly mails: ResendMail[] = [];
  /** Decides what a request meets; told for each, so that a test may let it depend on the clock. */
  fault: () => ResendFault | undefined = () => undefined;
  requests = 0;
  private readonly answers = new Map<string, { payload: string; id: string }>();
  private readonly server = http.createServer((request, response) => this.answer(request, response));

  private constructor(readonly apiKey: string) {}

  static async start(apiKey = "re_simulated_key"): Promise<ResendSimulator> {
    const simulator = new ResendSimulator(apiKey);
    await new Promise<void>((resolve) => simulator.server.listen(0, "127.0.0.1", resolve));
    return simulator;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The next requests meet these, one each. */
  next(...faults: (ResendFault | undefined)[]): void {
    this.fault = () => faults.shift();
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    let body = "";
    for await (const part of request) body += part;
    this.requests += 1;
    const { method, url, headers } = request;
    if (method !== "POST" || url !== "/emails") return send(response, 404, "not_found", "no such endpoint");
    if (headers.authorization !== `Bearer ${this.apiKey}`)
      return send(response, 401, "invalid_api_key", "API key is invalid");
    if (!headers["user-agent"]) return send(response, 403, "forbidden", "missing user agent");

    const fault = this.fault();
    if (fault === "unavailable") return send(response, 500, "application_error", "An unexpected error");
    if (fault === "limited") {
      response.setHeader("retry-after", "120");
      return send(response, 429, "rate_limit_exceeded", "Too many requests");
    }
    if (fault === "sender") return send(response, 403, "validation_error", "The domain is not verified");
    if (fault === "refused") return send(response, 422, "validation_error", "Invalid `to` field");
    this.take(body, String(headers["idempotency-key"] ?? ""), response, fault);
  }

  private take(
    body: string,
    key: string,
    response: http.ServerResponse,
    fault: ResendFault | undefined,
  ): void {
    const parsed = payloadSchema.safeParse(JSON.parse(body));
    const known = this.answers.get(key);
    if (!parsed.success) {
      send(response, 422, "validation_error", z.prettifyError(parsed.error));
      return;
    }
    if (key.length < 1 || key.length > 256) {
      send(response, 400, "invalid_idempotency_key", "1 to 256 characters");
      return;
    }
    if (known && known.payload !== body) {
      send(response, 409, "invalid_idempotent_request", "Same key, other payload");
      return;
    }

    const id = known?.id ?? randomUUID();
    if (!known) {
      this.answers.set(key, { payload: body, id });
      this.mails.push({ id, key, ...(parsed.data as Omit<ResendMail, "id" | "key">) });
    }
    if (fault === "lost") response.destroy();
    else if (fault === "failed") send(response, 500, "application_error", "An unexpected error");
    else response.setHeader("content-type", "application/json").end(JSON.stringify({ id }));
  }
}

function send(response: http.ServerResponse, statusCode: number, name: string, message: string): void {
  response.statusCode = statusCode;
  response.setHeader("content-type", "application/json").end(JSON.stringify({ statusCode, name, message }));
}

/** A notice as Resend's webhook sends it: body and headers. */
export function resendNotice(
  secret: string,
  at: Date,
  event: { type: string; data: Record<string, unknown> },
): { body: string; headers: Record<string, string> } {
  const id = `msg_${randomUUID()}`;
  const timestamp = Math.floor(at.getTime() / 1_000).toString();
  const body = JSON.stringify({ created_at: at.toISOString(), ...event });
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
  return { body, headers };
}
