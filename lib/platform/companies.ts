import "server-only";
import type { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import type { QueryContext } from "@/lib/core/operation/operation";
import { CompanyNotFound, NotThePlatform } from "@/lib/platform/errors";
import type { CompanyView } from "@/lib/platform/schema";

export type Company = z.output<typeof CompanyView>;
export type CompanyRow = Omit<Company, keyof Figures>;

type Figures = Pick<Company, "clientCount" | "staffCount" | "personCount" | "fileBytes" | "lastSeenAt">;
type Context = Pick<QueryContext, "query">;

export const companyColumns = sql`id, name, legal_name as "legalName", country, currency, language, time_zone as "timeZone",
  tax_number as "taxNumber", registration_number as "registrationNumber", email, accent, status,
  suspended_reason as "suspendedReason", hosts, created_at as "createdAt"`;

/** Throws NotThePlatform unless the transaction runs for the platform. The narrow functions below look again. */
export async function assertPlatform({ query }: Context): Promise<void> {
  const [row] = await query<{ isSo: boolean }>(sql`select platform_is_asking() as "isSo"`);
  if (row?.isSo !== true) throw new NotThePlatform();
}

/** Throws NotThePlatform, CompanyNotFound. */
export async function findCompany(context: Context, companyId: string): Promise<Company> {
  await assertPlatform(context);
  const [row] = await context.query<CompanyRow>(
    sql`select ${companyColumns} from platform_companies() where id = ${companyId}::uuid`,
  );
  if (row === undefined) throw new CompanyNotFound();
  const [company] = await withFigures(context, [row]);
  if (company === undefined) throw new CompanyNotFound();
  return company;
}

/** Adds how large each is, and when anybody of it was last here. */
export async function withFigures({ query }: Context, rows: readonly CompanyRow[]): Promise<Company[]> {
  const figures = await query<Figures & { id: string }>(
    sql`select * from platform_company_figures(${rows.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return rows.map((row) => ({ ...none, ...row, ...byId.get(row.id) }));
}

const none: Figures = { clientCount: 0n, staffCount: 0n, personCount: 0n, fileBytes: 0n, lastSeenAt: null };

/** As the audit log keeps it: what the platform can change. */
export function auditedCompany({ id, name, status, suspendedReason }: CompanyRow) {
  return { id, name, status, suspendedReason };
}
