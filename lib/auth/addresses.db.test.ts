import { beforeAll, describe, expect, test } from "vitest";
import { requestReset } from "@/lib/auth/operations/request-reset";
import { requestSignInLink } from "@/lib/auth/operations/request-sign-in-link";
import { signIn } from "@/lib/auth/operations/sign-in";
import { answerRequests, aPassword, aPerson } from "@/lib/auth/testing";
import { Refusal } from "@/lib/core/errors";
import { visitor } from "@/lib/core/operation/actor";
import { run } from "@/lib/core/operation/run";
import { canonicalAddress } from "@/lib/mail/rules/address";
import { oddAddresses } from "@/lib/mail/rules/odd-addresses";
import { bodyOf } from "@/lib/mail/testing";
import { requestRegistration } from "@/lib/onboarding/operations/request-registration";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { aTenant } from "@/tests/support/tenants";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

/** Everything that takes an address from a stranger. */
const doors = {
  "a link to sign in": (tenantId: string, email: string) =>
    run(requestSignInLink, { email }, { actor: visitor(tenantId) }),
  "a new password": (tenantId: string, email: string) =>
    run(requestReset, { email }, { actor: visitor(tenantId) }),
  "an account": (tenantId: string, email: string) =>
    run(requestRegistration, { ...requestRegistration.example.input, email }, { actor: visitor(tenantId) }),
} as const;

type Sent = { id: string; to: string };

async function mailsOf(tenantId: string): Promise<Sent[]> {
  const { rows } = await database.owner.query(
    `select id, to_address as "to" from mail_messages where tenant_id = $1 order by id`,
    [tenantId],
  );
  return rows;
}

describe(`S-53: ${oddAddresses.length} odd addresses, at every door that takes one`, () => {
  test.each(Object.entries(doors))(
    "%s: mail goes to the one stored address, or to nobody",
    async (_, ask) => {
      const tenant = await aTenant(database.owner);
      const { email } = await aPerson(tenant.id, { email: "ada@example.com" });
      for (const [text] of oddAddresses) {
        await ask(tenant.id, text).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          expect(error.code, text).toBe("core.invalid_input");
        });
      }
      await answerRequests(database.owner, tenant.id);

      const canonical = new Set(oddAddresses.map(([, one]) => one));
      const sent = await mailsOf(tenant.id);
      expect(sent.map(({ to }) => to)).toContain(email);
      for (const { to } of sent) {
        expect(canonical).toContain(to);
        expect(to).toMatch(/^[^\s,;<>"()@]+@[^\s,;<>"()@]+$/);
      }
    },
  );

  test("an address that is refused, or another's, opens no account that stands under a like one", async () => {
    const tenant = await aTenant(database.owner);
    await aPerson(tenant.id, { email: "ada@example.com" });
    // Space around an address is no part of it, and the forms leave it out.
    const others = oddAddresses.filter(([text]) => canonicalAddress(text.trim()) !== "ada@example.com");
    expect(others.length).toBeGreaterThan(60);
    for (const [text] of others) {
      const attempt = run(signIn, { email: text, password: aPassword }, { actor: visitor(tenant.id) });
      const code = /core\.invalid_input|auth\.sign_in/;
      await expect(attempt, text).rejects.toMatchObject({ code: expect.stringMatching(code) });
    }
  });
});

test("S-54: whatever stands in an address or a name is text in the mail, not markup", async () => {
  const tenant = await aTenant(database.owner);
  const hostile = `<img src=x onerror=alert(1)>"'&{{at}}`;
  const { email } = await aPerson(tenant.id, { email: "a'b&c=d@example.com", name: hostile });
  for (const ask of Object.values(doors)) await ask(tenant.id, email);
  await answerRequests(database.owner, tenant.id);

  const sent = await mailsOf(tenant.id);
  expect(sent.length).toBeGreaterThan(2);
  for (const { id, to } of sent) {
    expect(to).toBe(email);
    const { html } = await bodyOf(database.owner, id);
    expect(html).not.toMatch(/<img src=x|onerror=alert\(1\)>/);
    expect(html).not.toContain(`b&c=d`);
  }
});
