import { hostname } from "node:os";
import pg from "pg";
import type { DurableLog } from "./model";

/** First half of the advisory lock that an instance's session holds; the second is the instance's number. */
const lockClass = 7202;

/**
 * A server process as the others see it. It is alive as long as its session holds its lock: when the process dies, PostgreSQL ends
 * the session at once, and whoever looks next takes over its jobs. (Needs a direct connection: a transaction pooler would share
 * the session. A live process that loses only this session looks dead for a moment; its calls may then be made twice.)
 */
export class Instance {
  id = 0;
  private client: pg.Client | undefined;
  private isEnding = false;
  private readonly workers = new Set<string>();

  constructor(
    private readonly connectionString: string,
    private readonly pool: pg.Pool,
    private readonly log: DurableLog,
  ) {}

  /** Its workers that live, as far as the process itself knows. */
  get liveWorkers(): string[] {
    return [...this.workers];
  }

  async begin(): Promise<void> {
    await this.connect();
  }

  /** Makes a worker known before it takes its first job. */
  async addWorker(id: string): Promise<void> {
    this.workers.add(id);
    await this.pool.query(
      "insert into durable.workers (id, instance_id) values ($1, $2) on conflict (id) do update set instance_id = $2",
      [id, this.id],
    );
  }

  /** A worker that ended, however it ended, holds no job any more. */
  async removeWorker(id: string): Promise<void> {
    this.workers.delete(id);
    await this.pool.query("delete from durable.workers where id = $1", [id]).catch(() => {});
  }

  async end(): Promise<void> {
    this.isEnding = true;
    await this.pool.query("delete from durable.instances where id = $1", [this.id]).catch(() => {});
    await this.client?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: "panel1-durable-instance",
      keepAlive: true,
    });
    client.on("error", () => {});
    await client.connect();
    const { rows } = await client.query<{ id: number }>(
      "insert into durable.instances (host, process_id) values ($1, $2) returning id",
      [hostname(), process.pid],
    );
    this.id = rows[0]?.id ?? 0;
    await client.query("select pg_advisory_lock($1, $2)", [lockClass, this.id]);
    this.client = client;
    for (const worker of this.workers) await this.addWorker(worker);
    client.once("end", () => void this.reconnect());
  }

  private async reconnect(): Promise<void> {
    while (!this.isEnding) {
      try {
        await this.connect();
        return;
      } catch (error) {
        this.log.warn("The durable-work server has lost its database session", { error });
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
