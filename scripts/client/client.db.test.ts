import { beforeAll, expect, test } from "vitest";
import { createPanel1, each, Panel1Problem } from "@/client/panel1";
import { createClient } from "@/lib/clients/operations/create-client";
import { restDoor } from "@/lib/doors/rest/door";
import { aDoorkeeper } from "@/lib/doors/testing";
import { registry } from "@/lib/registry";
import { testDatabase } from "@/tests/support/database";
import { aTenant, staff, type TestTenant } from "@/tests/support/tenants";

const database = await testDatabase();
let tenant: TestTenant;
const keeper = aDoorkeeper((host) => (host === "localhost:3000" ? tenant.id : undefined));
const door = restDoor(registry, keeper);
const input = createClient.example.input;
let apiKey: string;

beforeAll(async () => {
  tenant = await aTenant(database.owner);
  apiKey = keeper.letIn(staff(tenant.id));
});

/** Carries a request to the door as a socket would: with the Host header. */
function carry(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("host", new URL(request.url).host);
  return door(new Request(request, { headers }));
}

function panel1(options: { retries?: number; fetch?: (request: Request) => Promise<Response> } = {}) {
  return createPanel1({ baseUrl: "http://localhost:3000/", apiKey, fetch: carry, ...options });
}

test("the typed client creates, changes and reads clients through the REST door", async () => {
  const { clients } = panel1();
  const created = await clients.createClient(input, { idempotencyKey: "client-1" });
  const again = await clients.createClient(input, { idempotencyKey: "client-1" });
  expect(again).toEqual(created);
  const changed = await clients.updateClient({
    clientId: created.id,
    version: created.version,
    name: "Ada King",
  });
  expect(await clients.getClient({ clientId: created.id })).toEqual(changed);
});

test("a list is walked page after page, each item once", async () => {
  const { clients } = panel1();
  for (let n = 0; n < 7; n += 1) await clients.createClient({ ...input, name: `Walker ${n}` });
  const seen = [];
  for await (const client of each(clients.listClients, { limit: 3, search: "walker", sort: "name" }))
    seen.push(client.name);
  expect(seen).toEqual(Array.from({ length: 7 }, (_, n) => `Walker ${n}`));
});

test("a refusal is thrown with its problem document", async () => {
  const refused = panel1().clients.getClient({ clientId: "not-an-id" });
  await expect(refused).rejects.toBeInstanceOf(Panel1Problem);
  await expect(refused).rejects.toMatchObject({
    status: 400,
    code: "core.invalid_input",
    problem: { errors: [{ path: "clientId" }] },
  });
});

test("a busy service is asked again when that is harmless, and only then", async () => {
  let sent = 0;
  const busyOnce = async (request: Request) => {
    sent += 1;
    if (sent > 1) return carry(request);
    return Response.json(
      { status: 503, code: "core.database_busy" },
      {
        status: 503,
        headers: { "content-type": "application/problem+json", "retry-after": "0" },
      },
    );
  };
  const { clients } = panel1({ fetch: busyOnce });
  await clients.listClients();
  expect(sent).toBe(2);

  sent = 0;
  await clients.createClient(input, { idempotencyKey: "busy-1" });
  expect(sent).toBe(2);

  sent = 0;
  await expect(clients.createClient(input)).rejects.toMatchObject({ code: "core.database_busy" });
  expect(sent).toBe(1);
});

test("an answer of something in between is a problem too", async () => {
  const { clients } = panel1({ fetch: async () => new Response("<h1>Bad gateway</h1>", { status: 502 }) });
  await expect(clients.listClients()).rejects.toMatchObject({ status: 502, code: "http.foreign_answer" });
});
