import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type LegacyHash, wrapLegacyHash } from "@/lib/auth/legacy-password";
import { signIn } from "@/lib/auth/operations/sign-in";
import { hashPassword } from "@/lib/auth/password";
import { aPerson } from "@/lib/auth/testing";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, type TestTenant } from "@/tests/support/tenants";

let database: TestDatabase;
let tenant: TestTenant;
const password = "from before";
const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");

beforeAll(async () => {
  database = await testDatabase();
  tenant = await aTenant(database.owner);
});

const formers: LegacyHash[] = [
  { scheme: "md5", digest: hex("md5", password) },
  { scheme: "md5", digest: hex("md5", password).toUpperCase() },
  { scheme: "md5_salt_first", digest: hex("md5", `x:7$${password}`), salt: "x:7$" },
  { scheme: "md5_salt_last", digest: hex("md5", `${password}salt`), salt: "salt" },
  { scheme: "sha1", digest: hex("sha1", password) },
  { scheme: "sha256", digest: hex("sha256", password) },
];

describe("S-36: an imported hash", () => {
  test.each(formers)("of $scheme is kept under argon2id, signs in, and is then made anew", async (former) => {
    const { id, email } = await aPerson(tenant.id);
    const stored = async () => {
      const { rows } = await database.owner.query(
        "select password_hash from user_credentials where user_id = $1",
        [id],
      );
      return rows[0].password_hash as string;
    };
    const wrapped = await wrapLegacyHash(former, hashPassword);
    await database.owner.query("update user_credentials set password_hash = $1 where user_id = $2", [
      wrapped,
      id,
    ]);
    expect(await stored()).toMatch(/^[a-z0-9_]+:[\w-]*:\$argon2id\$/);
    expect(await stored(), "no bare hash is left").not.toContain(former.digest.toLowerCase());

    const enter = (given: string) => run(signIn, { email, password: given }, { actor: visitor(tenant.id) });
    for (const wrong of ["not it", former.digest]) {
      await expect(enter(wrong)).rejects.toMatchObject({ code: "auth.sign_in_refused" });
    }
    await expect(enter(password)).resolves.toMatchObject({ step: "signed_in" });
    expect(await stored()).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    await expect(enter(password)).resolves.toMatchObject({ step: "signed_in" });
  });

  test("that is none of its scheme is not taken", async () => {
    for (const digest of ["", "abc", "$2y$10$abcdefghijklmnopqrstuv", "z".repeat(32)]) {
      await expect(wrapLegacyHash({ scheme: "md5", digest }, hashPassword)).rejects.toThrow(RangeError);
    }
  });
});
