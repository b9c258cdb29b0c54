import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { commandLine } from "./processes";

const listening = "0A";

/** Which process listens on a port, as `123 (node server.js)`; undefined where the system does not tell us. */
export function portHolder(port: number): string | undefined {
  try {
    const inodes = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listenersOf(table, port)));
    const pid = readdirSync("/proc").find((name) => /^\d+$/.test(name) && holdsOne(name, inodes));
    return pid && `${pid} (${commandLine(Number(pid)).slice(0, 100)})`;
  } catch {
    return undefined;
  }
}

/** Inodes of the sockets that listen on the port. The table's columns: number, local address, remote address, state, ... */
function listenersOf(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  return readFileSync(table, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${wanted}`) && columns[3] === listening)
    .map((columns) => columns[9] ?? "");
}

/** Other people's processes cannot be looked into: then nobody is named. */
function holdsOne(pid: string, inodes: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      const target = readlink(`/proc/${pid}/fd/${fd}`);
      return inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? "");
    });
  } catch {
    return false;
  }
}

function readlink(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return "";
  }
}
