import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nextBatch, outboxGauge } from "@/inngest/relay/outbox";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { signIn } from "@/lib/auth/operations/sign-in";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter } from "@/lib/auth/testing";
import { createClient } from "@/lib/clients/operations/create-client";
import { listClients } from "@/lib/clients/operations/list-clients";
import { type Actor, systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type ActorSources, actorFromRequest, personFromRequest } from "@/lib/doors/actor";
import { anApiKey } from "@/lib/doors/testing";
import { resumeCompany } from "@/lib/platform/operations/resume-company";
import { suspendCompany } from "@/lib/platform/operations/suspend-company";
import { aHost, aPlatform } from "@/lib/platform/testing";
import { getBrand } from "@/lib/tenants/operations/get-brand";
import { isHostSuspended, isSuspended } from "@/lib/tenants/suspension";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;
let relay: pg.Pool;
let platform: Actor;
let companyId: string;
let session: Awaited<ReturnType<typeof enter>>;
let key: string;
let email: string;

beforeAll(async () => {
  database = await testDatabase();
  relay = new pg.Pool({ connectionString: database.platform, max: 1 });
  platform = staff((await aPlatform(database.owner)).id);
  companyId = (await aTenant(database.owner)).id;
  await aHost(database.owner, companyId, "panel.northwind.test");
  ({ email } = await aPerson(companyId));
  session = await enter(companyId, email);
  key = await anApiKey(database.owner, companyId);
});
afterAll(() => relay.end());

const suspend = () => run(suspendCompany, { companyId, reason: "Unpaid" }, { actor: platform });
const resume = () => run(resumeCompany, { companyId }, { actor: platform });
const refused = { kind: "forbidden", code: "core.tenant_suspended" };

/** The product's own sources, but for the cookie, which only a running page reads. */
const sources: ActorSources = {
  isKnownHost: async () => true,
  tenantForHost: async () => companyId,
  actorForApiKey,
  actorForSession: async () => (await findSessionHolder(session))?.actor,
  isSuspended,
};
const withKey = { headers: new Headers({ host: "panel.northwind.test", authorization: "" }) };
const withCookie = {
  headers: new Headers({
    host: "panel.northwind.test",
    cookie: "authjs.session-token=x",
    "sec-fetch-site": "same-origin",
  }),
};

describe("from the request after a company was suspended", () => {
  test("its people and keys are refused and told why, and get in again when it is resumed", async () => {
    withKey.headers.set("authorization", `Bearer ${key}`);
    const enters = () =>
      Promise.all([actorFromRequest(withKey, sources), personFromRequest(withCookie, sources)]);
    await enters();

    await suspend();
    await expect(actorFromRequest(withKey, sources)).rejects.toMatchObject(refused);
    await expect(personFromRequest(withCookie, sources)).rejects.toMatchObject(refused);
    expect(await findSessionHolder(session)).toBeUndefined();
    expect(await isHostSuspended("panel.northwind.test")).toBe(true);

    await resume();
    const [machine, person] = await enters();
    expect([machine.kind, person.kind]).toEqual(["api_key", "user"]);
    expect(await isHostSuspended("panel.northwind.test")).toBe(false);
  });

  test("nobody signs in, and visitors see nothing of it", async () => {
    await suspend();
    const entering = run(signIn, { email, password: aPassword }, { actor: visitor(companyId) });
    await expect(entering).rejects.toMatchObject(refused);
    await expect(run(getBrand, {}, { actor: visitor(companyId) })).rejects.toMatchObject(refused);
    await resume();
    expect(await run(getBrand, {}, { actor: visitor(companyId) })).toMatchObject({ language: "en" });
  });

  test("a key that opens nothing is still only a wrong key elsewhere", async () => {
    await suspend();
    const stranger = { headers: new Headers({ host: "x.test", authorization: "Bearer p1_wrong" }) };
    const other = (await aTenant(database.owner)).id;
    const elsewhere = { ...sources, tenantForHost: async () => other };
    await expect(actorFromRequest(stranger, elsewhere)).rejects.toMatchObject({
      code: "core.invalid_credentials",
    });
    await resume();
  });

  test("its automation is refused, and its events wait in the outbox until it works again", async () => {
    await run(createClient, createClient.example.input, { actor: staff(companyId) });
    await suspend();
    await expect(run(listClients, {}, { actor: systemActor(companyId) })).rejects.toMatchObject(refused);

    const own = (rows: { tenant_id: string | null }[]) =>
      rows.filter(({ tenant_id }) => tenant_id === companyId);
    const waiting = await nextBatch(relay);
    expect(own(waiting)).toEqual([]);
    expect(waiting.length, "the platform's own go on").toBeGreaterThan(0);
    const { depth } = await outboxGauge(relay);
    expect(depth).toBe(waiting.length);

    await resume();
    expect(own(await nextBatch(relay)).length).toBeGreaterThan(0);
    expect((await run(listClients, {}, { actor: systemActor(companyId) })).items).toHaveLength(1);
  });

  test("others notice nothing", async () => {
    const other = await aTenant(database.owner);
    await suspend();
    expect(await run(getBrand, {}, { actor: visitor(other.id) })).toMatchObject({ language: "en" });
    expect(await isSuspended(other.id)).toBe(false);
    await resume();
  });
});
