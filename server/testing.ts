import type { Server } from "node:http";
import { connect } from "node:net";

/** Lets a server listen on a free loopback port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as { port: number }).port;
}

export type RawAnswer = {
  /** Everything that came back before the server closed the connection. */
  text: string;
  status: number;
  headers: Record<string, string>;
  body: string;
};

/**
 * Sends bytes as they are and reads until the server closes: for requests that no well-behaved client would send.
 * A list is sent piece by piece, each when the one before has left.
 */
export function sendRaw(port: number, bytes: string | Iterable<string | Buffer>): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    // A server that closes early resets what is still under way; what it said before counts.
    socket.on("error", () => {});
    socket.on("close", () => resolve(parse(text)));
    socket.on("connect", () => void write(typeof bytes === "string" ? [bytes] : bytes));

    async function write(pieces: Iterable<string | Buffer>): Promise<void> {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        await new Promise<void>((sent) => socket.write(piece, () => sent()));
      }
    }
  });
}

function parse(text: string): RawAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [line = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((one) => [
      one.slice(0, one.indexOf(":")).toLowerCase(),
      one.slice(one.indexOf(":") + 1).trim(),
    ]),
  );
  return { text, status: Number(line.split(" ")[1] ?? 0), headers, body: rest.join("\r\n\r\n") };
}
