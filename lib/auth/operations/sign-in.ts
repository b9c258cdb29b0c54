import "server-only";
import { SignInRefused } from "@/lib/auth/errors";
import { sessionStarted } from "@/lib/auth/events";
import { verifyPassword } from "@/lib/auth/password";
import { type SessionRow, sessionColumns } from "@/lib/auth/queries";
import { sessionExpiry } from "@/lib/auth/rules/sessions";
import { SignedInView, SignInInput } from "@/lib/auth/schema";
import { sql } from "@/lib/core/db/sql";
import { newId } from "@/lib/core/ids";
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

    await noteSignIn(context, account.id);
    const session = await startSession(context, account.id, from);
    // The name, because the actor of this entry is still a visitor.
    context.audit(null, { ...session, name: account.name });
    context.emit(sessionStarted({ sessionId: session.id, userId: account.id }));
    const { id: userId, kind, name, language } = account;
    return { sessionId: session.id, userId, kind, name, language };
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

/** Conditional: who was suspended while the password was checked does not get in. */
async function noteSignIn({ execute, tenantId, now }: CommandContext, userId: string): Promise<void> {
  const noted = await execute(sql`
    update users set last_sign_in_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = ${userId}::uuid and status = 'ACTIVE'`);
  if (noted === 0) throw new SignInRefused();
}

async function startSession(
  { query, tenantId, now }: CommandContext,
  userId: string,
  { address, userAgent }: { address: string | null; userAgent: string | null },
): Promise<SessionRow> {
  const [session] = await query<SessionRow>(sql`
    insert into sessions (id, tenant_id, user_id, address, user_agent, created_at, last_seen_at, expires_at)
    values (${newId()}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${address}, ${userAgent}, ${now}, ${now},
      ${sessionExpiry(now)})
    returning ${sessionColumns}`);
  return session as SessionRow;
}
