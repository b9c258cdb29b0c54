import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "../system/ports";
import { assertPortFree } from "./room";

test("a taken port is refused with the process that holds it and another port to take", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as { port: number };

  const refused: Error = await assertPortFree(port).catch((error) => error);
  expect(refused.message).toContain(`Port ${port} is taken by`);
  expect(refused.message).toContain("npm start -- --port");
  if (process.platform === "linux") expect(refused.message).toContain(`process ${process.pid} (`);
  other.close();
});

test("a port that is given back a moment later is waited for", async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  const waiting = assertPortFree(port);
  other.close();
  await expect(waiting).resolves.toBeUndefined();
});
