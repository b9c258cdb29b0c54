import "server-only";
import { hashApiKey, newApiKeySecret } from "@/lib/auth/api-key-secret";
import { ScopeNotHeld } from "@/lib/auth/errors";
import { apiKeyCreated } from "@/lib/auth/events";
import { exampleApiKey } from "@/lib/auth/examples";
import { findApiKey, personOf, toApiKeyView } from "@/lib/auth/queries";
import { apiKeyPrefix } from "@/lib/auth/rules/api-key";
import { beyond } from "@/lib/auth/rules/permissions";
import { CreateApiKeyInput, NewApiKeyView } from "@/lib/auth/schema";
import { assertSecondFactorGiven } from "@/lib/auth/second-factor/assert-given";
import { sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { operation } from "@/lib/core/operation/operation";

export const createApiKey = operation({
  name: "auth.apiKey.create",
  summary: "Create an API key",
  description:
    "The secret is in this answer and nowhere else. A key can do what its scopes and its creator's role both allow.",
  audience: ["staff"],
  needsFreshSignIn: true,
  input: CreateApiKeyInput,
  output: NewApiKeyView,
  example: {
    input: { name: "Website", scopes: ["clients.client.list"], expiresAt: "2027-04-01T09:00:00.000Z" },
    output: { key: exampleApiKey, secret: "p1_Zx81qLm0 and 35 more characters" },
  },
  refusals: ["auth.person_needed", "auth.scope_not_held", "auth.second_factor_needed"],
  async run(context, { name, scopes, expiresAt }) {
    const { tenantId, now, actor, audit, emit } = context;
    const { userId } = personOf(actor);
    await assertSecondFactorGiven(context);
    const excess = beyond(scopes, actor.permissions);
    if (excess.length > 0) throw new ScopeNotHeld(excess);
    if (expiresAt !== null && expiresAt <= now) {
      throw new InvalidInput([{ path: "expiresAt", code: "in_the_past", message: "must lie in the future" }]);
    }

    const id = newId();
    const secret = newApiKeySecret();
    // No RETURNING: this role may write the hash and never read it.
    await context.execute(sql`
      insert into api_keys (id, tenant_id, name, prefix, secret_hash, scopes, created_by_id, expires_at, created_at, updated_at)
      values (${id}::uuid, ${tenantId}::uuid, ${name}, ${apiKeyPrefix(secret)}, ${hashApiKey(secret)},
        ${[...new Set(scopes)]}::text[], ${userId}::uuid, ${expiresAt}, ${now}, ${now})`);

    const key = await findApiKey(context, id);
    audit(null, key);
    emit(apiKeyCreated({ apiKeyId: id }));
    return { key: toApiKeyView(key, now), secret };
  },
});
