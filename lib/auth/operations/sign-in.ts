import "server-only";
import { SignInRefused } from "@/lib/auth/errors";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { verifyPassword } from "@/lib/auth/password";
import { SignedInView, SignInInput } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

type Account = {
  id: string;
  kind: "STAFF" | "CLIENT";
  name: string;
  language: string | null;
  hash: string | null;
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
      sessionId: "01932f3a-7c00-7000-8000-000000000102",
      userId: "01932f3a-7c00-7000-8000-000000000101",
      kind: "STAFF",
      name: "Grace Hopper",
      language: "en",
    },
  },
  refusals: ["auth.sign_in_refused", "auth.busy"],
  async run(context, { email, password, ...from }) {
    const account = await findAccount(context, email);
    const isRight = await verifyPassword(password, account?.hash ?? undefined);
    if (!isRight || account === undefined) throw new SignInRefused();

    return completeFirstFactor(context, account, { method: "password", ...from });
  },
});

/** The account that may sign in with this address, with its hash through the narrow function. */
async function findAccount({ query, tenantId }: CommandContext, email: string): Promise<Account | undefined> {
  const [account] = await query<Account>(sql`
    select u.id, u.kind, u.name, u.language, credential_hash(u.id) as hash
    from users u join tenants t on t.id = u.tenant_id and t.status = 'ACTIVE'
    where u.tenant_id = ${tenantId}::uuid and u.email = ${email} and u.status = 'ACTIVE'`);
  return account;
}
