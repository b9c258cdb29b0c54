import pg from "pg";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter } from "@/lib/auth/testing";
import { archiveClient } from "@/lib/clients/operations/archive-client";
import { createClient } from "@/lib/clients/operations/create-client";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { aFunction, aRun } from "@/lib/durable/testing";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { sendTest } from "@/lib/mail/operations/send-test";
import { sendAs } from "@/lib/mail/testing";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { getOrder } from "@/lib/orders/operations/get-order";
import { recordPayment } from "@/lib/payments/operations/record-payment";
import { aPlatform } from "@/lib/platform/testing";
import { aService } from "@/lib/provisioning/testing";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { anOrder, type Delivery, openShop } from "./shop";
import { type Person, signedIn } from "./signed-in";

/**
 * Brings the company into being that the journeys visit, with one record of each kind at least and people of each language,
 * and prints it as one line of JSON. Grows with the product.
 */
export type People = Record<"owner" | "arabicOwner" | "germanOwner" | "readOnly" | "client", Person>;

export type Installation = {
  companyName: string;
  tenantId: string;
  people: People;
  /** What can be ordered, by how it is delivered. */
  plans: Record<Delivery, string>;
  /** Those who run the installation, on a host of their own. */
  platform: { tenantId: string; url: string; owner: Person };
};

const { APP_URL, DATABASE_URL } = config();
const companyName = "Northwind Hosting";

console.log(JSON.stringify(await prepare()));
await closePools();

async function prepare(): Promise<Installation> {
  const grace = { name: "Grace Hopper", email: "grace@northwind.example", password: aPassword };
  const link = await issueSetupLink({ databaseUrl: DATABASE_URL, baseUrl: APP_URL });
  const token = new URL(link ?? "").pathname.replace("/setup/", "");
  const company = { ...setUp.example.input.company, name: companyName };
  const { tenantId } = await run(setUp, { token, owner: grace, company }, { actor: visitor(newId()) });

  const holder = await findSessionHolder(await enter(tenantId, grace.email));
  const clientId = await fill(holder?.actor as Actor);
  const plans = await openShop(holder?.actor as Actor);
  await aPayment(tenantId, plans.byHand, holder?.actor as Actor);
  await addRun(tenantId, clientId);
  const person = async (name: string, given: Parameters<typeof aPerson>[1]) => {
    const { email } = await aPerson(tenantId, { ...given, name });
    return signedIn(tenantId, { name, email });
  };
  const people = {
    owner: await signedIn(tenantId, grace),
    arabicOwner: await person("ليلى حداد", { role: "owner", language: "ar" }),
    germanOwner: await person("Konrad Zuse", { role: "owner", language: "de" }),
    readOnly: await person("Cara Crimson", { role: "read_only" }),
    client: await person("Ada Lovelace", { role: "client_owner", clientId }),
  };
  await demandOf(tenantId, "accountant");
  return { companyName, tenantId, people, plans, platform: await aPlatformWithOwner() };
}

/** Browsers find every name below localhost by themselves. */
async function aPlatformWithOwner(): Promise<Installation["platform"]> {
  const owner = new pg.Pool({ connectionString: DATABASE_URL, max: 1 });
  const host = "platform.localhost";
  const { id } = await aPlatform(owner, host);
  await owner.end();
  const name = "Hedy Lamarr";
  const { email } = await aPerson(id, { name });
  const url = `http://${host}:${new URL(APP_URL).port}`;
  return { tenantId: id, url, owner: await signedIn(id, { name, email }) };
}

/** Has the company demand a second factor of a role. */
async function demandOf(tenantId: string, role: string): Promise<void> {
  const owner = new pg.Client({ connectionString: DATABASE_URL });
  await owner.connect();
  await owner.query(
    "insert into settings (tenant_id, key, value, updated_at) values ($1, 'security.second_factor', $2, now())",
    [tenantId, JSON.stringify({ roles: [role] })],
  );
  await owner.end();
}

/** Records for every list and every page of one record; returns a client. */
async function fill(actor: Actor): Promise<string> {
  const { input } = createClient.example;
  const former = await run(createClient, { ...input, name: "Charles Babbage", kind: "PERSON" }, { actor });
  await run(archiveClient, { clientId: former.id, version: 1 }, { actor });
  const client = await run(createClient, input, { actor });

  const { lines, ...entry } = postEntry.example.input;
  const ofClient = lines.map((line) => (line.clientId ? { ...line, clientId: client.id } : line));
  const posted = await run(postEntry, { ...entry, lines: ofClient }, { actor });
  await run(postEntry, { ...entry, description: "Bank transfer 4712", lines: ofClient }, { actor });
  await run(reverseEntry, { entryId: posted.id, description: "Was for another company" }, { actor });
  await run(sendTest, {}, { actor });
  await sendAs(actor, {
    template: "reset-password",
    to: { address: "ada@example.com", name: "Ada Lovelace" },
    language: "en",
    data: {
      name: "Ada Lovelace",
      linkPath: "/reset-password/of-the-journey",
      expiresAt: new Date("2099-01-01T00:00:00Z"),
    },
  });
  const provider = { ...createProvider.example.input, isEnabled: false };
  await run(createProvider, provider, { actor });
  await run(createApiKey, { name: "Website", scopes: ["clients.*"] }, { actor });
  return client.id;
}

/** An order that was paid by bank transfer. */
async function aPayment(tenantId: string, planId: string, actor: Actor): Promise<void> {
  const { orderId } = await anOrder(tenantId, planId, "Mary Somerville");
  const { invoiceId } = await run(getOrder, { orderId }, { actor });
  const amount = { minor: 1_250, currency: "EUR" as const };
  await run(recordPayment, { invoiceId: invoiceId ?? "", amount, method: "bank_transfer" }, { actor });
}

/** A run of durable work, failed, by a function that the product had once; and a service that was asked for. */
async function addRun(tenantId: string, subject: string): Promise<void> {
  const owner = new pg.Pool({ connectionString: DATABASE_URL, max: 1 });
  const functionId = await aFunction(owner, { isGone: true });
  await aRun(owner, { tenantId, functionId, subject });
  await aService(owner, { tenantId, clientId: subject, module: "manual" });
  await owner.end();
}
