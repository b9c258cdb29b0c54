import { connect } from "node:net";
import { config } from "@/lib/core/config/load";
import { type Check, type CheckResult, failed, notConfigured, ok } from "@/lib/core/health/check";

const defaultPorts: Readonly<Record<string, number>> = {
  "smtp:": 25,
  "smtps:": 465,
  "http:": 80,
  "https:": 443,
};

/** Services beside the database. Requests are answered without them, so they degrade and do not fail. */
export function serviceChecks(): Check[] {
  const { SMTP_URL, S3_ENDPOINT, INNGEST_BASE_URL } = config();
  return [
    reachable("mail", SMTP_URL),
    reachable("files", S3_ENDPOINT),
    reachable("durable_work", INNGEST_BASE_URL),
  ];
}

function reachable(name: string, address: string | undefined): Check {
  return {
    name,
    isNeeded: false,
    run: async () => (address === undefined ? notConfigured : canConnect(new URL(address))),
  };
}

/** A connection, and nothing said on it. */
function canConnect({ hostname, port, protocol }: URL): Promise<CheckResult> {
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ""),
      port: Number(port) || (defaultPorts[protocol] ?? 80),
      timeout: 1_500,
    });
    const end = (result: CheckResult) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => end(ok));
    socket.once("timeout", () => end(failed("no answer")));
    socket.once("error", (error: NodeJS.ErrnoException) => end(failed(error.code ?? "unreachable")));
  });
}
