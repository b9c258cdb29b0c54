import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type pg from "pg";

export type Received = { id: string; name: string; ts: number; data: Record<string, unknown> };

/** An event intake on real HTTP that can be told to misbehave. */
export class Intake {
  readonly events: Received[] = [];
  /** What the next requests are answered. `cut`: taken, and the answer is lost; `lost`: nothing is taken either. */
  answer: (events: Received[]) => number | "cut" | "lost" = () => 200;
  /** Told of each connection before anything is read from it. */
  onConnection: () => void = () => {};
  private server: Server | undefined;
  port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const events = JSON.parse(body) as Received[];
        const status = this.answer(events);
        if (status === 200 || status === "cut") this.events.push(...events);
        if (status === "lost" || status === "cut") return response.destroy();
        response.writeHead(status, { "content-type": "application/json" });
        response.end(
          JSON.stringify(
            status === 200 ? { ids: events.map(({ id }) => id), status } : { error: "no", status },
          ),
        );
      });
    });
    server.on("connection", () => this.onConnection());
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Waits until no connection is open: what a sender that died had sent is dealt with. */
  async quiet(): Promise<void> {
    const open = () =>
      new Promise<number>((resolve) => this.server?.getConnections((_, count) => resolve(count)));
    while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async close(): Promise<void> {
    const { server } = this;
    await new Promise((resolve) => {
      server?.close(resolve);
      server?.closeAllConnections();
    });
  }
}

/** Puts an event into the outbox behind the curtain, as of no tenant. Returns its id. */
export async function waitingEvent(owner: pg.Pool, subject: string, n: number): Promise<string> {
  const id = randomUUID();
  await owner.query(
    `insert into outbox_events (id, tenant_id, name, subject, payload, actor, occurred_at)
     values ($1, null, 'thing/happened', $2, $3, '{"kind":"system","name":"System"}', '2026-04-01T00:00:00Z')`,
    [id, subject, { n }],
  );
  return id;
}
