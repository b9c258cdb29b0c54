import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { alsoActsFor, someone } from "@/lib/auth/people/testing";
import { aPassword, aPerson, mailsTo } from "@/lib/auth/testing";
import { createClient } from "@/lib/clients/operations/create-client";
import { config } from "@/lib/core/config/load";
import { run } from "@/lib/core/operation/run";
import { anOrder, mendPlan } from "./shop";
import { type Person, signedIn } from "./signed-in";

type Membership = { clientId: string; role: "client_owner" | "billing_contact" | "technical_contact" };

/**
 * What journeys have done behind the browser's back: somebody's mailbox is read, people and clients come into being, time passes.
 * One server on loopback for all of them, since a process takes seconds to load the product's code.
 */
export type Commands = {
  /** The newest mail of a kind to somebody: the path that its button leads to. */
  mail: { given: { to: string; template: string }; answer: { path: string } };
  /** Somebody new of the staff, or of clients, who has signed in: just now, or so many minutes ago. */
  person: {
    given: {
      name?: string;
      role?: "owner" | "support" | "read_only";
      memberships?: readonly Membership[];
      minutesAgo?: number;
    };
    answer: Person & { id: string };
  };
  /** Somebody new of the staff who has not signed in yet. */
  account: { given: { role: "accountant" }; answer: Omit<Person, "sessionCookie"> };
  /** Somebody known signs in once more: an earlier session may no longer be fresh. */
  enter: { given: { tenantId: string; name: string; email: string }; answer: Person };
  client: { given: { name: string }; answer: { id: string } };
  invite: { given: { email: string }; answer: { id: string } };
  /** A visitor orders, and has the invoice to pay. Each by a name of their own: staff find them by it. */
  order: {
    given: { planId: string; name: string };
    answer: { token: string; orderId: string; email: string };
  };
  /** The module's settings of a plan become such that it delivers. */
  mendPlan: { given: { planId: string }; answer: null };
  /** The time for which staff act as somebody is over. */
  runOut: { given: { userId: string }; answer: null };
};

export type Command = { [Name in keyof Commands]: { do: Name } & Commands[Name]["given"] }[keyof Commands];
export type AnswerTo<Given extends Command> = Commands[Given["do"]]["answer"];

const owner = new pg.Pool({ connectionString: config().DATABASE_URL, max: 4 });
const { rows } = await owner.query("select id from tenants where kind = 'COMPANY'");
const tenantId = String(rows[0].id);
const { actor: somebodyOfTheOwners } = await someone(tenantId, "owner");

const server = createServer(async (request, response) => {
  try {
    const command = JSON.parse(await text(request)) as Command;
    response.end(JSON.stringify(await carryOut(command)));
  } catch (error) {
    response.writeHead(500).end((error as Error).stack);
  }
});
server.listen(0, "127.0.0.1", () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("disconnect", () => process.exit());

async function carryOut(given: Command): Promise<unknown> {
  const actor = { ...somebodyOfTheOwners, authenticatedAt: new Date() };
  switch (given.do) {
    case "mail":
      return newestMail(given.to, given.template);
    case "person":
      return somebody(given);
    case "account": {
      const name = "Dora Demanded";
      const { email } = await aPerson(tenantId, { name, role: given.role, password: aPassword });
      return { name, email, password: aPassword };
    }
    case "enter":
      return signedIn(given.tenantId, given);
    case "client": {
      const email = `${randomUUID()}@example.com`;
      const input = { ...createClient.example.input, name: given.name, companyName: null, email };
      const { id } = await run(createClient, input, { actor });
      return { id };
    }
    case "invite": {
      const { id } = await run(inviteStaff, { email: given.email, name: null, role: "support" }, { actor });
      return { id };
    }
    case "order":
      return anOrder(tenantId, given.planId, given.name);
    case "mendPlan": {
      const found = await owner.query("select id, version from plans where id = $1", [given.planId]);
      await mendPlan(actor, found.rows[0]);
      return null;
    }
    case "runOut":
      await owner.query(
        "update sessions set expires_at = now() - interval '1 second' where user_id = $1 and impersonator_id is not null",
        [given.userId],
      );
      return null;
  }
}

async function somebody({
  name = "Mary Somerville",
  role = "support",
  memberships: [first, ...further] = [],
  minutesAgo,
}: Commands["person"]["given"]): Promise<Person & { id: string }> {
  const { id, email } = await aPerson(tenantId, { name, role, ...first, password: aPassword });
  for (const membership of further) await alsoActsFor(tenantId, { userId: id, ...membership });
  const now = minutesAgo === undefined ? undefined : new Date(Date.now() - minutesAgo * 60_000);
  return { id, ...(await signedIn(tenantId, { name, email }, now)) };
}

/** Durable work writes it a moment after the request. */
async function newestMail(to: string, template: string): Promise<{ path: string }> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = (await mailsTo(owner, tenantId, to)).find((mail) => mail.template === template);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail ${template} came to ${to}.`);
}
