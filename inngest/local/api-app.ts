import { readSteps } from "./claim-call";
import { transaction } from "./database";
import { type ApiRequest, type ApiResponse, HttpRefusal, readJson, requireSigningKey } from "./http-api";
import type { Engine } from "./model";
import { parseRegistration, RegistrationRefused } from "./protocol/function-config";
import { register } from "./register";
import { readEvents } from "./run-events";

const registrationLimitBytes = 8 * 1_048_576;

/** `POST /fn/register`: an app tells which functions it serves, and where. */
export async function postRegistration(engine: Engine, { message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  try {
    const app = parseRegistration(await readJson(message, registrationLimitBytes));
    const modified = await transaction(engine.pool, (tx) => register(tx, app));
    engine.log.info("The app has registered its functions", { count: app.functions.length });
    return { status: 200, body: { ok: true, status: 200, modified, skipped: !modified } };
  } catch (error) {
    if (!(error instanceof RegistrationRefused)) throw error;
    engine.log.error("A registration was refused", { reason: error.message });
    throw new HttpRefusal(400, error.message);
  }
}

/** `GET /v0/runs/:id/actions`: finished steps of a run, for a call request that was too large to carry them. */
export async function getRunSteps(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  const runId = runIdOf(path);
  const steps = await transaction(engine.pool, (tx) => readSteps(tx, runId));
  return { status: 200, body: Object.fromEntries(steps.map(({ id, result }) => [id, result])) };
}

/** `GET /v0/runs/:id/batch`: the events that started a run. */
export async function getRunEvents(engine: Engine, { path, message }: ApiRequest): Promise<ApiResponse> {
  requireSigningKey(engine, message);
  const events = await readEvents(engine.pool, runIdOf(path));
  if (events.length === 0) throw new HttpRefusal(404, "There is no such run");
  return { status: 200, body: events };
}

/** The run's id in a path such as `/v1/runs/:id`. */
export function runIdOf(path: string): string {
  const id = path.split("/")[3] ?? "";
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new HttpRefusal(404, "There is no such run");
  return id;
}
