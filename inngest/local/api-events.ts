import { z } from "zod";
import { transaction } from "./database";
import { receiveEvents } from "./events";
import { type ApiRequest, type ApiResponse, HttpRefusal, readJson, requireEventKey } from "./http-api";
import type { Engine } from "./model";
import { limits } from "./protocol/limits";

const bodyBytes = 16 * 1_048_576;
const mostEvents = 5_000;

const eventSchema = z.object({
  name: z
    .string()
    .min(1)
    .max(256)
    .regex(/^\P{Cc}*$/u, "must hold no control characters")
    .refine((name) => !name.startsWith("inngest/"), "names that begin with inngest/ are reserved"),
  data: z.record(z.string(), z.unknown()).nullish(),
  id: z
    .string()
    .max(512)
    .regex(/^\P{Cc}*$/u, "must hold no control characters")
    .nullish(),
  ts: z.number().int().min(0).nullish(),
  user: z.unknown().optional(),
  v: z.unknown().optional(),
  meta: z.unknown().optional(),
});

/** `POST /e/:key`: takes one event or many in, all or none. */
export async function postEvents(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireEventKey(engine, decodeURIComponent(path.slice("/e/".length)));
  const body = await readJson(message, bodyBytes);
  const given = Array.isArray(body) ? body : [body];
  if (given.length > mostEvents) throw new HttpRefusal(413, `More than ${mostEvents} events at once`);

  const seed = message.headers["x-inngest-event-id-seed"];
  const events = given.map((event, index) => ({
    ...parseEvent(event, index),
    // The SDK repeats a request with the same seed; events without an id of their own are known by it.
    seed: typeof seed === "string" ? `${seed}:${index}` : undefined,
  }));
  const now = new Date();
  const ids = await transaction(engine.pool, (tx) => receiveEvents(tx, events, now));
  return { status: 200, body: { ids, status: 200 } };
}

function parseEvent(event: unknown, index: number) {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: "not an event" };
    throw new HttpRefusal(400, `Event ${index}: ${[path.join("."), message].filter(Boolean).join(": ")}`);
  }
  if (Buffer.byteLength(JSON.stringify(event)) > limits.eventBytes) {
    throw new HttpRefusal(413, `Event ${index} is larger than ${limits.eventBytes} bytes`);
  }
  const { name, data, id, ts, user, v, meta } = parsed.data;
  return { name, data: data ?? {}, id: id || undefined, ts: ts || undefined, user, v, meta };
}
