import path from "node:path";
import { ensureDatabase, type RunningPostgres, startPostgres } from "../db/postgres";
import { pause } from "../system/processes";

const database = "panel1";
const mostDeaths = 5;

export type SupervisedDatabase = { url: string; stop(): Promise<void> };

/**
 * The embedded PostgreSQL of an installation, started again when its process dies (for want of memory, say). `onHopeless` is
 * called when that does not help: it died too often, or does not come back where its users expect it.
 */
export async function startDatabase(
  dataDir: string,
  onHopeless: (why: string) => void,
): Promise<SupervisedDatabase> {
  const start = () => startPostgres({ dataDir: path.join(dataDir, "postgres"), durable: true });
  let server = await start();
  let isEnding = false;
  await ensureDatabase(server, database);
  const url = server.url(database);
  void watch(server);

  async function watch(first: RunningPostgres): Promise<void> {
    server = first;
    for (let deaths = 1; deaths <= mostDeaths; deaths += 1) {
      await server.ended;
      if (isEnding) return;
      console.log("PostgreSQL ended unexpectedly; starting it again.");
      await pause(500 * deaths);
      if (isEnding) return;
      try {
        server = await start();
      } catch (error) {
        return onHopeless((error as Error).message);
      }
      if (server.url(database) !== url)
        return onHopeless("PostgreSQL lost its port to another program. Start again.");
      console.log("PostgreSQL runs again.");
    }
    onHopeless(`PostgreSQL ended again and again; see ${path.join(dataDir, "postgres/postgres.log")}.`);
  }

  return {
    url,
    async stop() {
      isEnding = true;
      await server.stop();
    },
  };
}
