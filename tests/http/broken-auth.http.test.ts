import { spawn } from "node:child_process";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "@/scripts/system/ports";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import { prepare } from "./support/app-setup";
import { app } from "./support/installation";
import { protectedPages, visit } from "./support/manifests";
import type { Installation } from "./support/prepare";
import { type Answer, send } from "./support/request";

/** Settings of the library behind our sign-in that it would read from the environment, each of them wrong. */
const broken = {
  AUTH_URL: "::no address at all::",
  NEXTAUTH_URL: "https://evil.example",
  NEXTAUTH_URL_INTERNAL: "http://127.0.0.1:1",
  NEXTAUTH_SECRET: "a secret of somebody else, as long as it has to be",
  AUTH_SECRET_1: "another secret of somebody else, as long as it has to be",
  AUTH_TRUST_HOST: "false",
  AUTH_REDIRECT_PROXY_URL: "https://evil.example/api/auth",
  AUTH_GITHUB_ID: "evil",
  AUTH_GITHUB_SECRET: "evil",
};

const sessionName = "authjs.session-token";
const isShut = ({ status, headers, text }: Answer) =>
  status >= 400 ||
  ([303, 307].includes(status) && /^\/sign-in/.test(headers.location ?? "")) ||
  /NEXT_REDIRECT;(?:replace|push);\/sign-in/.test(text);

describe("S-52: when what signs people in is not configured as it should be", () => {
  let wrong: RunningApp;
  let installation: Installation;
  let port: number;

  beforeAll(async () => {
    wrong = await startApp({
      env: broken,
      hasDurableWork: false,
      prepare: async (environment) => {
        installation = await prepare(environment);
      },
    });
    port = Number(new URL(wrong.url).port);
  });
  afterAll(() => wrong?.stop());

  /** A cookie that names the owner's session rightly, sealed with a secret that is not ours. */
  async function sealedWith(secret: string): Promise<string> {
    const { owner, tenantId } = installation.first;
    const token = { sub: owner.id, tid: tenantId, sid: owner.id, email: owner.email, role: "owner" };
    return `${sessionName}=${await encode({ token, secret, salt: sessionName })}`;
  }

  test("every page behind the door stays shut, without a cookie and with one that another secret has sealed", async () => {
    const cookies = [
      undefined,
      await sealedWith(broken.NEXTAUTH_SECRET),
      await sealedWith(broken.AUTH_SECRET_1),
      `${sessionName}=`,
      "next-auth.session-token=x; __Secure-authjs.session-token=y",
    ];
    const open: string[] = [];
    for (const page of protectedPages()) {
      for (const cookie of cookies) {
        const answer = await send({ path: visit(page), port, ...(cookie && { cookie }) });
        if (!isShut(answer)) open.push(`${page}: ${answer.status}`);
        expect(answer.text, page).not.toMatch(/Zebramarker|Amberfield/);
      }
    }
    expect(open).toEqual([]);
  });

  test("the endpoints of the library are not there to be configured: none of them answers", async () => {
    for (const name of [
      "session",
      "csrf",
      "providers",
      "signin",
      "signin/github",
      "signout",
      "callback/credentials",
      "error",
    ]) {
      for (const method of ["GET", "POST"]) {
        const { status } = await send({ method, path: `/api/auth/${name}`, port });
        expect([303, 404, 405], `${method} ${name}`).toContain(status);
      }
    }
  });

  test("what is right still works: the doors above are not shut for another reason", async () => {
    const answer = await send({ path: "/admin/clients", port, cookie: installation.first.owner.cookie });
    expect([answer.status, answer.text.includes("Zebramarker")]).toEqual([200, true]);
  });

  test.each([
    ["no secret", ""],
    ["a short secret", "short"],
    ["a secret of spaces", " ".repeat(40)],
  ])("with %s the product does not start", async (_, secret) => {
    const node = [
      "--import",
      path.resolve("node_modules/tsx/dist/loader.mjs"),
      path.resolve("server/main.ts"),
    ];
    const env = { ...app.environment, AUTH_SECRET: secret, PORT: String(await freePort()) };
    const child = spawn(process.execPath, node, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "production", ...env },
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (printed += text));
    const code = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
      child.once("exit", (status) => {
        clearTimeout(timer);
        resolve(status);
      });
    });
    expect(code, printed).toBe(1);
    expect(printed).toContain("AUTH_SECRET");
    if (secret.trim() !== "") expect(printed).not.toContain(secret);
  });
});
