import pg from "pg";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter } from "@/lib/auth/testing";
import { createClient } from "@/lib/clients/operations/create-client";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";
import { newId } from "@/lib/core/ids";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { openChartOfAccounts } from "@/lib/ledger/chart-of-accounts";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { inOperation } from "@/lib/ledger/testing";
import { setUp } from "@/lib/onboarding/operations/set-up";
import { aPlatform } from "@/lib/platform/testing";
import { issueSetupLink } from "@/lib/tenants/setup-link";
import { aTenant } from "@/tests/support/tenants";
import { sessionCookie } from "./session-cookie";

/**
 * Brings the installation into being that the tests over HTTP visit, and prints it as one line of JSON. Sessions and cookies are
 * made as `lib/auth/next-auth.ts` makes them.
 */
export type Person = { id: string; email: string; password: string; name: string; cookie: string };

export type Company = {
  tenantId: string;
  /** Value of the Host header under which it answers. */
  host: string;
  owner: Person;
  /** Of the owner, for everything. */
  apiKey: string;
  clientId: string;
  entryId: string;
  accountId: string;
  /** Texts that nobody but this company's staff may ever be sent. */
  markers: string[];
};

export type Installation = {
  first: Company & {
    support: Person;
    readOnly: Person;
    clientUser: Person;
    /** Of the staff; tests change their password and end their sessions. */
    changing: Person;
  };
  second: Company;
  /** Where tests write what would disturb others: long lists, strange names. */
  third: Company;
  /** Of those who run the installation. */
  platform: { tenantId: string; host: string; owner: Person; support: Person; apiKey: string };
};

const { APP_URL, DATABASE_URL } = config();
const { host } = new URL(APP_URL);
const owner = new pg.Pool({ connectionString: DATABASE_URL, max: 2 });
const firstOwner = { name: "Ada Amberfield", email: "ada.amberfield@northwind.example", password: aPassword };

const installation = {
  first: await first(),
  second: await second(),
  third: await third(),
  platform: await platform(),
};
await owner.end();
await closePools();
console.log(JSON.stringify(installation));

async function first(): Promise<Installation["first"]> {
  const link = await issueSetupLink({ databaseUrl: DATABASE_URL, baseUrl: APP_URL });
  const token = new URL(link ?? "").pathname.replace("/setup/", "");
  const company = {
    ...setUp.example.input.company,
    name: "Northwind Hosting",
    legalName: "Northwind Legalmarker GmbH",
  };
  const { tenantId } = await run(setUp, { token, owner: firstOwner, company }, { actor: visitor(newId()) });
  await answersOn(tenantId, new URL(APP_URL).hostname);

  const person = await signedIn(tenantId, firstOwner);
  const made = await companyOf(tenantId, host, person, "Zebramarker");
  const support = await aPerson(tenantId, { role: "support", name: "Bela Bluewater" });
  const readOnly = await aPerson(tenantId, { role: "read_only", name: "Cara Crimson" });
  const changing = await aPerson(tenantId, { role: "support", name: "Cleo Cobalt" });
  const client = await aPerson(tenantId, {
    role: "client_owner",
    name: "Dora Dunmore",
    clientId: made.clientId,
  });
  return {
    ...made,
    markers: [...made.markers, "Legalmarker", firstOwner.email],
    support: await signedIn(tenantId, { ...support, name: "Bela Bluewater", password: aPassword }),
    readOnly: await signedIn(tenantId, { ...readOnly, name: "Cara Crimson", password: aPassword }),
    changing: await signedIn(tenantId, { ...changing, name: "Cleo Cobalt", password: aPassword }),
    clientUser: await signedIn(tenantId, { ...client, name: "Dora Dunmore", password: aPassword }),
  };
}

function second(): Promise<Company> {
  return another("Southwind Hosting", "second.example.test", "Erik Emerald", "Okapimarker");
}

/** Browsers find every name below localhost by themselves. */
function third(): Promise<Company> {
  return another("Eastwind Hosting", "third.localhost", "Fay Fuchsia", "Quaggamarker");
}

async function platform(): Promise<Installation["platform"]> {
  const name = "platform.localhost";
  const { id: tenantId } = await aPlatform(owner, name);
  const person = async (role: string, given: string) => {
    const { email } = await aPerson(tenantId, { role, name: given });
    return signedIn(tenantId, { name: given, email, password: aPassword });
  };
  const { actor, ...grace } = await person("owner", "Grace Greenwood");
  const { actor: _, ...hugo } = await person("support", "Hugo Hazel");
  const key = await run(createApiKey, { name: "Platform key", scopes: ["*"] }, { actor });
  return {
    tenantId,
    host: `${name}:${new URL(APP_URL).port}`,
    owner: grace,
    support: hugo,
    apiKey: key.secret,
  };
}

async function another(company: string, name: string, person: string, marker: string): Promise<Company> {
  const { id: tenantId } = await aTenant(owner, company);
  await answersOn(tenantId, name);
  const email = `${person.toLowerCase().replace(" ", ".")}@${name.replace("localhost", "example")}`;
  await aPerson(tenantId, { role: "owner", name: person, email });
  const holder = await signedIn(tenantId, { email, name: person, password: aPassword });
  const made = await companyOf(tenantId, `${name}:${new URL(APP_URL).port}`, holder, marker);
  return { ...made, markers: [...made.markers, email] };
}

async function answersOn(tenantId: string, name: string): Promise<void> {
  await owner.query("insert into tenant_domains (host, tenant_id, created_at) values ($1, $2, now())", [
    name,
    tenantId,
  ]);
}

type SignedInPerson = Person & { actor: Actor };

async function signedIn(
  tenantId: string,
  { name, email, password }: { name: string; email: string; password: string },
): Promise<SignedInPerson> {
  const { sessionId, userId } = await enter(tenantId, email);
  const holder = await findSessionHolder({ tenantId, sessionId, userId });
  const cookie = await sessionCookie({ tenantId, sessionId, userId });
  return { id: userId, name, email, password, cookie, actor: holder?.actor as Actor };
}

async function companyOf(
  tenantId: string,
  ownHost: string,
  { actor, ...person }: SignedInPerson,
  marker: string,
): Promise<Company> {
  if (marker !== "Zebramarker") await inOperation(actor, openChartOfAccounts);
  const client = await run(
    createClient,
    {
      ...createClient.example.input,
      name: `${marker} Person`,
      companyName: `${marker} Company`,
      email: `${marker.toLowerCase()}@client.example`,
    },
    { actor },
  );
  const lines = postEntry.example.input.lines.map((line) =>
    line.clientId ? { ...line, clientId: client.id } : line,
  );
  const description = `${marker} opening entry`;
  const entry = await run(postEntry, { ...postEntry.example.input, lines, description }, { actor });
  const key = await run(createApiKey, { name: `${marker} key`, scopes: ["*"] }, { actor });
  return {
    tenantId,
    host: ownHost,
    owner: person,
    apiKey: key.secret,
    clientId: client.id,
    entryId: entry.id,
    accountId: entry.lines[0]?.accountId ?? "",
    markers: [marker, marker.toLowerCase()],
  };
}
