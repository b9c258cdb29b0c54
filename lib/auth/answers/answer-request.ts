import "server-only";
import { z } from "zod";
import { requestSchema } from "@/lib/auth/account-requests";
import { answerAddressChange } from "@/lib/auth/answers/address-change";
import { answerReset, answerSignInLink } from "@/lib/auth/answers/links";
import { answerRegistration } from "@/lib/auth/answers/registration";
import { sql } from "@/lib/core/db/sql";
import { idSchema } from "@/lib/core/ids";
import { type CommandContext, operation } from "@/lib/core/operation/operation";

/**
 * Answers by mail what a visitor asked for, and forgets the question. Outside of the request, so that nothing about the answer's
 * time tells who has an account. Has no door.
 */
export const answerRequest = operation({
  name: "auth.accountRequest.answer",
  summary: "Answer a request for mail",
  audience: ["system"],
  input: z.strictObject({ requestId: idSchema }),
  output: z.object({ isAnswered: z.boolean() }),
  example: { input: { requestId: "01932f3a-7c00-7000-8000-000000000105" }, output: { isAnswered: true } },
  async run(context, { requestId }) {
    const [row] = await context.query<{ email: string; kind: string; data: unknown }>(sql`
      delete from account_requests where tenant_id = ${context.tenantId}::uuid and id = ${requestId}::uuid
      returning email, kind, data`);
    if (row === undefined || !(await isCompanyActive(context))) return { isAnswered: false };

    const { email } = row;
    const request = requestSchema.parse(row);
    switch (request.kind) {
      case "sign_in_link":
        await answerSignInLink(context, email, request.data.next);
        break;
      case "reset_password":
        await answerReset(context, email);
        break;
      case "change_email":
        await answerAddressChange(context, email, request.data.userId);
        break;
      case "registration":
        await answerRegistration(context, email, request.data);
    }
    return { isAnswered: true };
  },
});

/** A company that is suspended gives nobody a way in. */
async function isCompanyActive({ query, tenantId }: CommandContext): Promise<boolean> {
  const found = await query(sql`select 1 from tenants where id = ${tenantId}::uuid and status = 'ACTIVE'`);
  return found.length > 0;
}
