import { randomBytes } from "node:crypto";
import { createClient } from "@/lib/clients/operations/create-client";
import { config } from "@/lib/core/config/load";
import { roleUrls } from "@/lib/core/db/roles";
import { newId } from "@/lib/core/ids";
import type { CurrencyCode } from "@/lib/core/money/currencies";
import { systemActor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { demoPostings } from "./demo-books";
import { demoClients } from "./demo-clients";
import { furtherClients } from "./demo-names";
import { openShop, trade } from "./demo-shop";

export type Demo = { readonly email: string; readonly password: string };

type Client = { id: string; name: string; currency: CurrencyCode; at: Date };

const email = "owner@example.com";
const dayMs = 86_400_000;
const months = 14;

/**
 * Fills an empty installation with a demonstration company, by the operations that a person would use and as of the days on which
 * they would have: set-up, twelve products, clients who came over fourteen months, their orders, invoices and payments, some of
 * them late. Delivery is left to durable work. Tells the owner's address and password, which is random and kept nowhere else, and
 * returns them; undefined when a company exists already: then nothing is touched.
 */
export async function seedDemo(
  now = new Date(),
  tell = console.log,
  { clients: count = 300 } = {},
): Promise<Demo | undefined> {
  const link = await issueSetupLink({ databaseUrl: roleUrls(config()).platform, baseUrl: config().APP_URL });
  if (link === undefined) return undefined;

  const password = randomBytes(15).toString("base64url");
  const tenantId = await setUpCompany(link, password);
  const begin = new Date(now.getTime() - months * 30.5 * dayMs);
  await keepBooks(tenantId, now);
  const plans = await openShop(tenantId, begin);
  const clients = await createClients(tenantId, count, { begin, now });
  await trade(tenantId, { clients, plans, now });
  tell(`The demonstration company's owner: ${email} with the password ${password}`);
  return { email, password };
}

async function setUpCompany(link: string, password: string): Promise<string> {
  const token = new URL(link).pathname.replace("/setup/", "");
  const owner = { name: "Robin Berger", email, password };
  const company = {
    name: "Northwind Hosting",
    legalName: "Northwind Hosting GmbH",
    country: "DE",
    currency: "EUR",
    language: "en",
    timeZone: "Europe/Berlin",
    taxNumber: "DE123456789",
  } as const;
  return (await run(setUp, { token, owner, company }, { actor: visitor(newId()) })).tenantId;
}

/** One after the other, so that numbers follow the days on which they came. */
async function createClients(
  tenantId: string,
  count: number,
  { begin, now }: { begin: Date; now: Date },
): Promise<Client[]> {
  const actor = systemActor(tenantId);
  const wanted = [...demoClients, ...furtherClients(Math.max(0, count - demoClients.length))].slice(0, count);
  const created: Client[] = [];
  for (const [index, client] of wanted.entries()) {
    const kind = client.companyName === null ? "PERSON" : "COMPANY";
    // The last came this morning.
    const at = new Date(
      begin.getTime() + ((index + 1) / wanted.length) * (now.getTime() - dayMs / 4 - begin.getTime()),
    );
    const { id } = await run(createClient, { ...client, kind } as never, { actor, now: at });
    created.push({ id, name: client.name, currency: client.currency as CurrencyCode, at });
  }
  return created;
}

async function keepBooks(tenantId: string, now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  for (const posting of demoPostings(today, months)) {
    const at = new Date(`${posting.day}T09:00:00Z`);
    await run(postEntry, posting, { actor: systemActor(tenantId), now: at < now ? at : now });
  }
}
