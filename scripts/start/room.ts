import { statfsSync } from "node:fs";
import { portHolder } from "../system/port-holder";
import { portIfFree } from "../system/ports";
import { pause } from "../system/processes";

/** A server that was killed a moment ago gives its port back within this time. */
const patienceMs = 3_000;
const neededBytes = 300_000_000;

/** Throws, with what to do, when the port is taken. */
export async function assertPortFree(port: number): Promise<void> {
  const begun = performance.now();
  while ((await portIfFree(port)) === undefined) {
    if (performance.now() - begun > patienceMs) {
      const holder = portHolder(port);
      throw new Error(
        `Port ${port} is taken by ${holder ? `process ${holder}` : "another program"}.\n` +
          `End it, or choose another port: npm start -- --port ${port === 65_535 ? 3000 : port + 1}`,
      );
    }
    await pause(100);
  }
}

/** Throws, with what to do, when the disk that holds `folder` has too little room to work. */
export function assertDiskFree(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededBytes) return;
  throw new Error(
    `The disk is too full: ${Math.round((bavail * bsize) / 1e6)} MB are free, ${neededBytes / 1e6} MB are needed. ` +
      "Free some space and start again.",
  );
}
