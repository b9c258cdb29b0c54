import { get } from "node:http";
import { pause } from "../system/processes";

const patienceMs = 60_000;

/** Waits until the web server says that all it needs is there. Throws with its reasons when that takes too long. */
export async function untilHealthy(port: number, host: string): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const { status, body } = await ask(port, host);
    if (status === 200) return;
    if (performance.now() - begun > patienceMs) {
      throw new Error(`The web server runs but is not ready (${status || "no answer"}):\n${reasons(body)}`);
    }
    await pause(100);
  }
}

/** On loopback, under the name that people use: the product answers to its own hosts only. */
function ask(port: number, host: string): Promise<{ status: number; body: string }> {
  const options = { host: "localhost", port, path: "/api/health/ready", headers: { host }, timeout: 10_000 };
  return new Promise((resolve) => {
    const request = get(options, (response) => {
      let body = "";
      response.on("data", (text) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", () => resolve({ status: 0, body }));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve({ status: 0, body: "" }));
  });
}

function reasons(body: string): string {
  try {
    const { checks } = JSON.parse(body) as { checks: Record<string, { status: string; reason?: string }> };
    const failed = Object.entries(checks).filter(([, { status }]) => status === "failed");
    return failed.map(([name, { reason }]) => `  ${name}: ${reason ?? "failed"}`).join("\n");
  } catch {
    return body.slice(0, 500);
  }
}
