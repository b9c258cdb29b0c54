import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "@/tests/support/app-server";
import { callAction, formOf } from "./support/actions";
import { prepare } from "./support/app-setup";
import { type Action, actions } from "./support/manifests";
import type { Installation } from "./support/prepare";
import { send, valuesOf } from "./support/request";

/** An installation that people reach by https, behind a proxy that ends the encryption. */
const publicUrl = "https://panel.example.test";
const { host } = new URL(publicUrl);
let app: RunningApp;
let port: number;
let installation: Installation;

beforeAll(async () => {
  app = await startApp({
    publicUrl,
    hasDurableWork: false,
    prepare: async (environment) => {
      installation = await prepare(environment);
    },
  });
  port = Number(new URL(app.url).port);
});
afterAll(() => app?.stop());

const signIn = actions().find(({ name }) => name === "signInAction") as Action;

function enter(origin: string) {
  const { email, password } = installation.first.owner;
  const form = formOf({ email, password });
  return callAction({ ...signIn, port, headers: { host, origin } }, [undefined, {}, form]);
}

test("every cookie travels by https only and belongs to this very host, which no neighbouring host can set", async () => {
  const lines = valuesOf(await enter(publicUrl), "set-cookie");
  expect(lines.map((line) => line.split("=")[0])).toEqual(
    expect.arrayContaining(["__Host-authjs.session-token", "__Host-panel1.browser"]),
  );
  for (const line of lines) {
    expect(line).toMatch(/^__Host-/);
    expect(line).toMatch(/; Secure/i);
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=lax/i);
    expect(line).toMatch(/; Path=\/(?:;|$)/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
});

test("a cookie of the plain name, as a neighbouring host could set it, is nobody's session", async () => {
  const cookie = /authjs\.session-token=[^;]+/.exec(
    String((await enter(publicUrl)).headers["set-cookie"]),
  )?.[0];
  const open = (given: string) => send({ path: "/admin/clients", port, headers: { host }, cookie: given });
  expect((await open(`__Host-${cookie}`)).status).toBe(200);
  expect((await open(cookie ?? "")).headers.location ?? "").toMatch(/^\/sign-in/);
});

test("a page that was loaded without encryption signs nobody in", async () => {
  const answer = await enter(`http://${host}`);
  expect(valuesOf(answer, "set-cookie").filter((line) => line.includes("session-token"))).toEqual([]);
});

test("browsers are told to come back by https only", async () => {
  const answer = await send({ path: "/sign-in", port, headers: { host } });
  expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
});
