import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRunEvents, getRunSteps, postRegistration } from "./api-app";
import { postEvents } from "./api-events";
import { deleteRun, getEventRuns, getRun } from "./api-runs";
import { type ApiRequest, type ApiResponse, HttpRefusal } from "./http-api";
import type { Engine } from "./model";

type Route = {
  method: string;
  path: RegExp;
  handle: (engine: Engine, request: ApiRequest) => Promise<ApiResponse>;
};

const routes: Route[] = [
  { method: "POST", path: /^\/e\/[^/]+$/, handle: postEvents },
  { method: "POST", path: /^\/fn\/register$/, handle: postRegistration },
  { method: "GET", path: /^\/v0\/runs\/[^/]+\/actions$/, handle: getRunSteps },
  { method: "GET", path: /^\/v0\/runs\/[^/]+\/batch$/, handle: getRunEvents },
  { method: "GET", path: /^\/v1\/runs\/[^/]+$/, handle: getRun },
  { method: "DELETE", path: /^\/v1\/runs\/[^/]+$/, handle: deleteRun },
  { method: "GET", path: /^\/v1\/events\/[^/]+\/runs$/, handle: getEventRuns },
  { method: "GET", path: /^\/health$/, handle: health },
];

/** The public interface of an Inngest server, as far as this one goes. Listen on the loopback address only. */
export function createApi(engine: Engine): Server {
  const server = createServer((message, response) => {
    answer(engine, message).then(
      (result) => send(response, result),
      (error: unknown) => send(response, toRefusal(engine, error)),
    );
  });
  // Longer than clients keep idle connections, so that they close them and not we under their next request.
  server.keepAliveTimeout = 75_000;
  return server;
}

async function answer(engine: Engine, message: IncomingMessage): Promise<ApiResponse> {
  const { method = "GET", url = "/" } = message;
  const path = url.split("?")[0] ?? "/";
  const route = routes.find((candidate) => candidate.method === method && candidate.path.test(path));
  // 501 and not 404: the SDK takes a 404 for a signal to mean that nobody waits for it.
  if (!route)
    throw new HttpRefusal(501, `${method} ${path} is not supported by the local durable-work server`);
  return route.handle(engine, { method, path, message });
}

async function health(engine: Engine): Promise<ApiResponse> {
  await engine.pool.query("select 1");
  return { status: 200, body: { status: "ok" } };
}

function toRefusal(engine: Engine, error: unknown): ApiResponse {
  if (error instanceof HttpRefusal) {
    return { status: error.status, body: { error: error.message, status: error.status } };
  }
  engine.log.error("A request to the durable-work server failed", { error });
  return { status: 500, body: { error: "Internal server error", status: 500 } };
}

function send(response: ServerResponse, { status, body }: ApiResponse): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
