import path from "node:path";
import { writeMigration } from "./write-migration";

/** `npm run db:migration -- NAME [--empty]`: writes a migration for what changed in prisma/schema. */
const [name, option] = process.argv.slice(2);

if (!name || !/^[a-z][a-z0-9_]{2,60}$/.test(name) || (option !== undefined && option !== "--empty")) {
  console.error("Give the migration a name in snake_case: npm run db:migration -- add_invoices [--empty]");
  process.exit(1);
}

const folder = await writeMigration(name, option === "--empty");
if (folder === undefined) {
  console.log("The schema has not changed since the newest migration. For SQL of your own: --empty");
} else {
  console.log(
    `Written: ${path.relative(".", folder)}. For a new table add: select isolate_table('name', 'staff|client|shared', 'grants');`,
  );
}
