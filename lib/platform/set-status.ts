import "server-only";
import { sql } from "@/lib/core/db/sql";
import type { CommandContext } from "@/lib/core/operation/operation";
import { auditedCompany, type Company, findCompany } from "@/lib/platform/companies";
import { CompanyUnchanged } from "@/lib/platform/errors";
import { changeInCompany } from "@/lib/platform/in-company";

type Change = {
  readonly companyId: string;
  readonly status: "ACTIVE" | "SUSPENDED";
  readonly reason: string | null;
  /** Name of the operation, for the company's own audit chain. */
  readonly operation: string;
};

/**
 * Suspends a company or lets it work again, audited in the chains of both. Throws NotThePlatform, CompanyNotFound, and
 * CompanyUnchanged when it is in that state already, which of two at once is the second one's answer.
 */
export async function setStatus(context: CommandContext, change: Change): Promise<Company> {
  const { companyId, status, reason, operation } = change;
  const before = await findCompany(context, companyId);
  const [done] = await context.query<{ changed: boolean }>(sql`
    select platform_set_status(${companyId}::uuid, ${status}::tenant_status, ${reason}, ${context.now}) as changed`);
  if (done?.changed !== true) throw new CompanyUnchanged();

  const after = await findCompany(context, companyId);
  const [was, is] = [auditedCompany(before), auditedCompany(after)];
  await changeInCompany(context, { companyId, operation }, async (inside) => inside.audit(was, is, "tenant"));
  context.audit(was, is);
  return after;
}
