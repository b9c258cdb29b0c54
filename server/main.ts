import { parse } from "node:url";
import next from "next";
import { ConfigError, config } from "@/lib/core/config/load";
import { printThroughLog } from "@/lib/core/print-through-log";
import { createFront } from "./front";

/**
 * The web server: our front, and Next behind it. `npm start` runs it as a child: it says when it listens, and ends when
 * its parent does or asks. Arguments: --dev for hot reload.
 */
const dev = process.argv.includes("--dev");
const graceMs = 10_000;

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

async function main(): Promise<void> {
  const { PORT, HOST, BODY_LIMIT_BYTES, FILE_LIMIT_BYTES, TRUST_PROXY } = config();
  // From here on standard output holds lines of the log and nothing else.
  if (!dev) printThroughLog();
  const app = next({
    dev,
    dir: process.cwd(),
    hostname: HOST ?? "localhost",
    port: PORT,
    customServer: true,
    ...(dev && { turbopack: true }),
  });
  await app.prepare();

  const handle = app.getRequestHandler();
  const front = createFront({
    bodyLimitBytes: BODY_LIMIT_BYTES,
    fileLimitBytes: FILE_LIMIT_BYTES,
    baseUrl: config().APP_URL,
    trustedProxies: TRUST_PROXY.filter((entry) => entry !== "vercel"),
    handler: (request, response) => handle(request, response, parse(request.url ?? "/", true)),
    ...(dev && { upgrade: app.getUpgradeHandler() }),
  });

  front.once("error", (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${PORT} is taken.` : error.message);
    process.exit(error.code === "EADDRINUSE" ? 98 : 1);
  });
  front.listen({ port: PORT, ...(HOST && { host: HOST }) }, () =>
    process.send?.({ listening: (front.address() as { port: number }).port }),
  );

  const end = () => {
    setTimeout(() => process.exit(0), graceMs).unref();
    front.close(() => process.exit(0));
    front.closeIdleConnections();
    setTimeout(() => front.closeAllConnections(), graceMs - 1_000).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
  // The parent is gone: nobody is left to end us.
  process.once("disconnect", end);
}
