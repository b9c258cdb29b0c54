import { parseArgs } from "node:util";

export type StartOptions = {
  port: number | undefined;
  dataDir: string;
  demo: boolean;
  dev: boolean;
  help: boolean;
};

export const help = `Usage: npm start -- [options]

Sets Panel1 up and serves it. The first time it installs, creates the database and builds; after that it starts in seconds.

  --port N         port of the web server (3000, or PORT)
  --data-dir DIR   where the embedded database and the generated secrets live (.panel1)
  --demo           fill in a demonstration company
  --help           this text

With DATABASE_URL set, that PostgreSQL (15 or newer) is used instead of the embedded one.
npm run dev is the same with hot reload. Every setting: docs/operators/configuration.md.`;

/** Reads the command line. Throws with a sentence for the person who typed it. */
export function parseOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    strict: true,
    allowPositionals: false,
    options: {
      port: { type: "string" },
      "data-dir": { type: "string", default: ".panel1" },
      demo: { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return { port, dataDir: values["data-dir"], demo: values.demo, dev: values.dev, help: values.help };
}
