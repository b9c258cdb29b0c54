import { roles } from "@/lib/auth/rules/roles";
import { aPerson, enter } from "@/lib/auth/testing";
import { closePools } from "@/lib/core/db/pools";
import { sessionCookie } from "./session-cookie";

/**
 * One person of each built-in role and owners who read German and Arabic, in a company with a client; arguments: their ids. Prints who
 * they are and their cookies as one line of JSON.
 */
export type OfRole = {
  who: string;
  start: "/admin" | "/portal";
  language: "en" | "de" | "ar";
  cookie: string;
};

const [tenantId = "", clientId = ""] = process.argv.slice(2);
const people: OfRole[] = [];
for (const [role, { kind }] of Object.entries(roles)) await add(role, kind === "STAFF", "en");
await add("owner", true, "de");
await add("owner", true, "ar");
await closePools();
console.log(JSON.stringify(people));

async function add(role: string, isStaff: boolean, language: OfRole["language"]): Promise<void> {
  const name = `Rosa ${role} ${language}`;
  const { email } = await aPerson(tenantId, { role, name, language, ...(!isStaff && { clientId }) });
  const { sessionId, userId } = await enter(tenantId, email);
  const cookie = await sessionCookie({ tenantId, sessionId, userId });
  people.push({ who: `${role}, ${language}`, start: isStaff ? "/admin" : "/portal", language, cookie });
}
