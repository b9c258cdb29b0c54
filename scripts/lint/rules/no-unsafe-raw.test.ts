// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rule is shown source text.
import { expect, test } from "vitest";
import { findingsIn } from "../testing";
import { noUnsafeRaw } from "./no-unsafe-raw";

test.each([
  ["an unsafe query", "await db.$queryRawUnsafe(text)"],
  ["an unsafe statement", "await db.$executeRawUnsafe(text)"],
  ["an unsafe query by name", 'await db["$queryRawUnsafe"](text)'],
  ["text put into SQL", "await db.$queryRaw(Prisma.raw(text))"],
  ["a template with values", ["await client.query(`select $", "{column} from clients`)"].join("")],
  ["strings joined by plus", 'await client.query("select * from clients order by " + sort)'],
  ["a piece of SQL made by hand", "await query(new Sql([text], []))"],
  ["the tag called as a function", "await query(sql(Object.assign([text], { raw: [text] })))"],
  ["a glued text property", 'await client.query({ text: "select " + sort, values: [] })'],
])("S-17: %s is refused", (_, text) => {
  expect(findingsIn(noUnsafeRaw, "lib/clients/queries.ts", text)).toEqual(["1 no-unsafe-raw"]);
});

test.each([
  ["lib/clients/queries.ts", "await db.$queryRaw`select 1 where id = ${id}`"],
  ["lib/clients/queries.ts", 'await client.query("select * from clients where id = $1", [id])'],
  ["lib/clients/queries.ts", "await query(sql`select * from clients where id = ${id}`)"],
  ["lib/core/db/isolation.ts", "await client.query(`set role ${role}`)"],
  ["tests/support/database.ts", "await client.query(`create database ${name}`)"],
])("S-17: bound values pass, and so does the database kernel (%s)", (path, text) => {
  expect(findingsIn(noUnsafeRaw, path, text)).toEqual([]);
});
