import { randomUUID } from "node:crypto";
import pg from "pg";
import { inviteStaff } from "@/lib/auth/operations/invite-staff";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { aPassword, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";
import type { Actor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";

/**
 * What a journey does behind the browser's back, one command a process: reads a person's mailbox, brings a person into being, has
 * somebody invited. Prints one line of JSON.
 */
export type Command =
  | { readonly do: "mail"; readonly to: string; readonly template: string }
  | { readonly do: "person" }
  | { readonly do: "invite"; readonly email: string };

const command = JSON.parse(process.env.PANEL1_COMMAND ?? "{}") as Command;
const owner = new pg.Pool({ connectionString: config().DATABASE_URL });
const { rows } = await owner.query("select id from tenants where kind = 'COMPANY'");
const tenantId = String(rows[0].id);

console.log(JSON.stringify(await carryOut(command)));
await owner.end();
await closePools();

async function carryOut(given: Command): Promise<unknown> {
  switch (given.do) {
    case "mail":
      return newestMail(given.to, given.template);
    case "person": {
      const { email } = await aPerson(tenantId, { name: "Mary Somerville", role: "support" });
      return { email, password: aPassword };
    }
    case "invite": {
      const inviter = await aPerson(tenantId, { email: `${randomUUID()}@northwind.example` });
      const actor = (await findSessionHolder(await enter(tenantId, inviter.email)))?.actor as Actor;
      return run(inviteStaff, { email: given.email, name: null, role: "support" }, { actor });
    }
  }
}

/** Durable work writes it a moment after the request. */
async function newestMail(to: string, template: string): Promise<unknown> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const found = (await mailsTo(owner, tenantId, to)).find((mail) => mail.template === template);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail ${template} came to ${to}.`);
}
