import "server-only";
import { hashDevice } from "@/lib/auth/devices";
import { SignInRefused } from "@/lib/auth/errors";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { hashPassword, needsRehash, verifyPassword } from "@/lib/auth/password";
import { SignedInView, SignInInput } from "@/lib/auth/schema";
import { assertNotHeldOff, forgiveAttempts, refuseAttempt } from "@/lib/auth/throttle";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

type Account = {
  id: string;
  kind: "STAFF" | "CLIENT";
  name: string;
  language: string | null;
  hash: string | null;
  deviceId: string | null;
};

export const signIn = operation({
  name: "auth.session.signIn",
  summary: "Sign in with address and password",
  description: "The session's id goes into an encrypted cookie; no door hands it out.",
  audience: ["visitor"],
  input: SignInInput,
  output: SignedInView,
  example: {
    input: { email: "grace@example.com", password: "correct horse battery staple" },
    output: {
      step: "signed_in",
      challengeId: null,
      challengeSecret: null,
      sessionId: "01932f3a-7c00-7000-8000-000000000102",
      userId: "01932f3a-7c00-7000-8000-000000000101",
      kind: "STAFF",
      name: "Grace Hopper",
      language: "en",
    },
  },
  refusals: ["auth.sign_in_refused", "auth.sign_in_held_off", "auth.busy"],
  async run(context, { email, password, ...origin }) {
    const account = await findAccount(context, email, origin.deviceSecret);
    const attempt = { account: email, address: origin.address, deviceId: account?.deviceId ?? null };
    await assertNotHeldOff(context, attempt);

    const hash = account?.hash ?? undefined;
    const isRight = await verifyPassword(password, hash);
    if (!isRight || account === undefined || hash === undefined) {
      return refuseAttempt(context, attempt, { userId: account?.id ?? null, refusal: new SignInRefused() });
    }

    // Again: of many guesses at once, those that end after the lock began do not count, right or wrong.
    await assertNotHeldOff(context, attempt);
    await forgiveAttempts(context, attempt);
    if (needsRehash(hash)) {
      await context.query(
        sql`select credential_write(${account.id}::uuid, ${await hashPassword(password)}, ${context.now})`,
      );
    }
    return completeFirstFactor(context, account, { method: "password", ...origin });
  },
});

/** The account that may sign in with this address, with its hash through the narrow function, and whether it knows the browser. */
async function findAccount(
  { query, tenantId }: CommandContext,
  email: string,
  deviceSecret: string | null,
): Promise<Account | undefined> {
  const device = deviceSecret === null ? null : hashDevice(deviceSecret);
  const [account] = await query<Account>(sql`
    select u.id, u.kind, u.name, u.language, credential_hash(u.id) as hash, known_device(u.id, ${device}) as "deviceId"
    from users u join tenants t on t.id = u.tenant_id and t.status = 'ACTIVE'
    where u.tenant_id = ${tenantId}::uuid and u.email = ${email} and u.status = 'ACTIVE'`);
  return account;
}
