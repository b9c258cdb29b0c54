import { expect, test } from "vitest";
import { z } from "zod";
import { Undecryptable } from "@/lib/core/crypto/envelope";
import { parseKeyRing } from "@/lib/core/crypto/key-ring";
import { rotateSecrets } from "@/lib/core/crypto/rotate";
import { deleteSecret, readSecret, writeSecret } from "@/lib/core/crypto/secrets";
import { platformPool } from "@/lib/core/db/pools";
import { idSchema } from "@/lib/core/ids";
import type { Actor } from "@/lib/core/operation/actor";
import { operation, query } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import { testDatabase } from "@/tests/support/database";
import { aTenant, clientUser } from "@/tests/support/tenants";

const database = await testDatabase();
const purpose = "gateway.test.key";
const key = (byte: number) => Buffer.alloc(32, byte).toString("base64url");
const both = parseKeyRing(`k2:${key(2)},k1:${key(1)}`);

const keep = operation({
  name: "test.secret.keep",
  summary: "Keep secrets",
  audience: ["staff"],
  input: z.strictObject({ texts: z.array(z.string()), secretId: idSchema.optional() }),
  output: z.array(z.string()),
  example: { input: { texts: [] }, output: [] },
  async run(context, { texts, secretId }) {
    const ids = [];
    for (const plaintext of texts)
      ids.push(await writeSecret(context, { purpose, plaintext, ...(secretId && { id: secretId }) }));
    return ids;
  },
});

const reveal = query({
  name: "test.secret.reveal",
  summary: "Read a secret",
  audience: ["staff", "client"],
  input: z.strictObject({ secretId: idSchema }),
  output: z.string().nullable(),
  example: { input: { secretId: "01932f3a-7c00-7000-8000-000000000001" }, output: null },
  run: async (context, { secretId }) => (await readSecret(context, { id: secretId, purpose })) ?? null,
});

const forget = operation({
  name: "test.secret.forget",
  summary: "Forget a secret",
  audience: ["staff"],
  input: z.strictObject({ secretId: idSchema }),
  output: z.null(),
  example: { input: { secretId: "01932f3a-7c00-7000-8000-000000000001" }, output: null },
  async run(context, { secretId }) {
    await deleteSecret(context, { id: secretId, purpose });
    return null;
  },
});

async function keepOne(actor: Actor, text: string): Promise<string> {
  return (await run(keep, { texts: [text] }, { actor }))[0] as string;
}

test("F-39: a secret is nowhere in the database in plain text", async () => {
  const { system: actor } = await aTenant(database.owner);
  const secretId = await keepOne(actor, "correct-horse-battery");
  expect(await run(reveal, { secretId }, { actor })).toBe("correct-horse-battery");

  const { rows: tables } = await database.owner.query(
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r'",
  );
  for (const { name } of tables) {
    const { rows } = await database.owner.query(
      `select 1 from ${name} t where t::text like '%correct-horse%'`,
    );
    expect(rows, name).toEqual([]);
  }
});

test("a secret is nothing to another company, nor to a client of the own one", async () => {
  const [one, two] = [await aTenant(database.owner), await aTenant(database.owner)];
  const secretId = await keepOne(one.system, "x");
  expect(await run(reveal, { secretId }, { actor: two.system })).toBeNull();
  expect(await run(reveal, { secretId }, { actor: clientUser(one.id, secretId) })).toBeNull();

  await run(keep, { texts: ["stolen"], secretId }, { actor: two.system });
  await run(forget, { secretId }, { actor: two.system });
  expect(await run(reveal, { secretId }, { actor: one.system })).toBe("x");
  await run(forget, { secretId }, { actor: one.system });
  expect(await run(reveal, { secretId }, { actor: one.system })).toBeNull();
});

test("F-40: an envelope copied to another tenant's row does not decrypt", async () => {
  const [one, two] = [await aTenant(database.owner), await aTenant(database.owner)];
  const [mine, theirs] = [await keepOne(one.system, "mine"), await keepOne(two.system, "theirs")];
  await database.owner.query(
    "update secrets set envelope = (select envelope from secrets where id = $1) where id = $2",
    [theirs, mine],
  );
  await expect(run(reveal, { secretId: mine }, { actor: one.system })).rejects.toBeInstanceOf(Undecryptable);
  await database.owner.query("delete from secrets where id = $1", [mine]);
});

test("F-41: keys rotate while secrets are read and written, and a rotation that died goes on", async () => {
  const { system: actor } = await aTenant(database.owner);
  const ids = await run(keep, { texts: Array.from({ length: 1_500 }, (_, n) => `secret ${n}`) }, { actor });
  const before = process.env.ENCRYPTION_KEYS;

  // The first attempt dies after its first chunk.
  const died = rotateSecrets(platformPool(), both, () => {
    throw new Error("killed");
  });
  await expect(died).rejects.toThrow("killed");
  const { rows: half } = await database.owner.query(
    "select count(*)::int as n from secrets where key_id = 'k2'",
  );
  expect(half[0].n).toBe(500);

  // Meanwhile others still write under the old key, as processes do that were not restarted yet.
  let isOver = false;
  const writers = (async () => {
    for (let n = 0; !isOver; n += 1)
      await run(keep, { texts: [`during ${n}`], secretId: ids[n % 1_500] as string }, { actor });
    return true;
  })();
  await rotateSecrets(platformPool(), both);
  isOver = true;
  await writers;

  await rotateSecrets(platformPool(), both);
  const { rows } = await database.owner.query("select distinct key_id from secrets");
  expect(rows).toEqual([{ key_id: "k2" }]);
  expect(process.env.ENCRYPTION_KEYS).toBe(before);
});
