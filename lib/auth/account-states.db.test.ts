import { beforeAll, describe, expect, test } from "vitest";
import { actorForApiKey } from "@/lib/auth/api-key-actor";
import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { resetPassword } from "@/lib/auth/operations/reset-password";
import { signIn } from "@/lib/auth/operations/sign-in";
import { signInWithLink } from "@/lib/auth/operations/sign-in-with-link";
import type { userStatuses } from "@/lib/auth/schema";
import { findSessionHolder } from "@/lib/auth/session-holder";
import { answerRequests, aPassword, aPerson, enter, mailsTo } from "@/lib/auth/testing";
import { issueToken } from "@/lib/auth/tokens";
import { Refusal } from "@/lib/core/errors";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { inOperation } from "@/lib/ledger/testing";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant, staff } from "@/tests/support/tenants";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

type UserStatus = (typeof userStatuses)[number];
type TenantStatus = "ACTIVE" | "SUSPENDED";
const newPassword = "seven brown bears in a rowing boat";

/** Somebody who holds one of everything that opens a door, in a company of their own. */
async function aHolder() {
  const tenant = await aTenant(database.owner);
  const { id: userId, email } = await aPerson(tenant.id);
  const session = await enter(tenant.id, email);
  const actor = (await findSessionHolder(session))?.actor as Actor;
  const { secret } = await run(createApiKey, createApiKey.example.input, { actor });
  const token = (purpose: "sign_in_link" | "reset_password") =>
    inOperation(staff(tenant.id), (context) =>
      issueToken(context, { purpose, userId, email, validMinutes: 60 }),
    );
  const [link, reset] = [await token("sign_in_link"), await token("reset_password")];
  return { tenant, userId, email, session, secret, link: link.token, reset: reset.token };
}

type Holder = Awaited<ReturnType<typeof aHolder>>;
const guest = ({ tenant }: Holder) => ({ actor: visitor(tenant.id) });
const succeeds = (attempt: Promise<unknown>) =>
  attempt.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    },
  );

/** Whether mail with a link is written to somebody who asks for it. Asking itself is answered alike, whoever asks. */
async function getsMail(holder: Holder, ask: () => Promise<unknown>): Promise<boolean> {
  const count = async () => (await mailsTo(database.owner, holder.tenant.id, holder.email)).length;
  const before = await count();
  await ask().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  await answerRequests(database.owner, holder.tenant.id).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  return (await count()) > before;
}

/** What opens a door or gives a secret away. The order is that of the test: the last one changes the password. */
const ways: Record<string, (holder: Holder) => Promise<boolean>> = {
  "the session": async ({ session }) => (await findSessionHolder(session)) !== undefined,
  "the API key": async ({ tenant, secret }) => (await actorForApiKey(tenant.id, secret)) !== undefined,
  "the password": (holder) =>
    succeeds(run(signIn, { email: holder.email, password: aPassword }, guest(holder))),
  "a new link by mail": (holder) =>
    getsMail(holder, () => run(requestSignInLink, { email: holder.email }, guest(holder))),
  "a new password by mail": (holder) =>
    getsMail(holder, () => run(requestReset, { email: holder.email }, guest(holder))),
  "the link to sign in": (holder) => succeeds(run(signInWithLink, { token: holder.link }, guest(holder))),
  "the link for a new password": (holder) =>
    succeeds(run(resetPassword, { token: holder.reset, newPassword }, guest(holder))),
};

const states: [user: UserStatus, tenant: TenantStatus, opens: boolean][] = [
  ["ACTIVE", "ACTIVE", true],
  ["PENDING", "ACTIVE", false],
  ["SUSPENDED", "ACTIVE", false],
  ["ERASED", "ACTIVE", false],
  ["ACTIVE", "SUSPENDED", false],
];

describe("S-20: every state of an account against everything that opens a door", () => {
  for (const [user, company, opens] of states) {
    describe(`a user who is ${user} at a company that is ${company}`, () => {
      for (const [what, opensBy] of Object.entries(ways)) {
        test(`${opens ? "gets in" : "gets nowhere"} by ${what}`, async () => {
          const holder = await aHolder();
          await database.owner.query("update users set status = $1 where id = $2", [user, holder.userId]);
          await database.owner.query("update tenants set status = $1 where id = $2", [
            company,
            holder.tenant.id,
          ]);
          const { rows: before } = await database.owner.query("select count(*)::int as n from sessions");

          expect(await opensBy(holder)).toBe(opens);
          if (opens) return;
          const { rows: after } = await database.owner.query("select count(*)::int as n from sessions");
          expect(after).toEqual(before);
        });
      }
    });
  }
});
