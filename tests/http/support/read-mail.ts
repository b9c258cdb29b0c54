import pg from "pg";
import { answerRequests, mailsTo } from "@/lib/auth/testing";
import { config } from "@/lib/core/config/load";
import { closePools } from "@/lib/core/db/pools";

/**
 * Does what durable work would do with everything that was asked for at a company by address, and prints the mails that were then
 * written to one address, newest first: `read-mail.ts TENANT ADDRESS`.
 */
const [tenantId = "", address = ""] = process.argv.slice(2);
const owner = new pg.Pool({ connectionString: config().DATABASE_URL, max: 2 });
await answerRequests(owner, tenantId);
const mails = await mailsTo(owner, tenantId, address);
await owner.end();
await closePools();
console.log(JSON.stringify(mails));
