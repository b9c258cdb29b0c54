import { createServer } from "node:net";

/** The port if it can be listened on, undefined when it is taken. */
export function portIfFree(wanted: number, host = "127.0.0.1"): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen({ port: wanted, host, exclusive: true }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Any free port of the loopback interface, `preferred` where that one is free. */
export async function freePort(preferred = 0): Promise<number> {
  const port = (preferred > 0 && (await portIfFree(preferred))) || (await portIfFree(0));
  if (!port) throw new Error("There is no free port on the loopback interface (127.0.0.1).");
  return port;
}
