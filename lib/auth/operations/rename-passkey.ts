import "server-only";
import { examplePasskey } from "@/lib/auth/passkeys/examples";
import { lockOwnPasskey } from "@/lib/auth/passkeys/rows";
import { PasskeyView, RenamePasskeyInput } from "@/lib/auth/passkeys/schema";
import { personOf } from "@/lib/auth/queries";
import { sql } from "@/lib/core/db/sql";
import { operation } from "@/lib/core/operation/operation";

export const renamePasskey = operation({
  name: "auth.passkey.rename",
  summary: "Rename one's own passkey",
  audience: ["staff", "client"],
  input: RenamePasskeyInput,
  output: PasskeyView,
  example: { input: { passkeyId: examplePasskey.id, name: "Laptop" }, output: examplePasskey },
  refusals: ["auth.person_needed", "auth.passkey_not_found"],
  refusedToImpersonators: true,
  async run(context, { passkeyId, name }) {
    const { userId } = personOf(context.actor);
    const before = await lockOwnPasskey(context, { passkeyId, userId });
    await context.execute(sql`
      update passkeys set name = ${name} where tenant_id = ${context.tenantId}::uuid and id = ${passkeyId}::uuid`);
    const after = { ...before, name };
    context.audit(before, after);
    return after;
  },
});
