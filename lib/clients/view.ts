import "server-only";
import type { z } from "zod";
import { clientFields } from "@/lib/clients/custom-fields";
import type { ClientRow } from "@/lib/clients/queries";
import type { ClientView } from "@/lib/clients/schema";
import { money } from "@/lib/core/money/money";
import type { QueryContext } from "@/lib/core/operation/operation";

type View = z.output<typeof ClientView>;

/** A client as staff see it, or as its own people do: without what staff keep for themselves. */
export async function toClientView(context: QueryContext, row: ClientRow): Promise<View> {
  return (await toClientViews(context, [row]))[0] as View;
}

export async function toClientViews(context: QueryContext, rows: readonly ClientRow[]): Promise<View[]> {
  if (context.actor.audience !== "client") return rows.map(asStaff);

  const fields = await clientFields(context);
  const shown = new Set(
    fields
      .filter(({ isVisibleToClient, retiredAt }) => isVisibleToClient && !retiredAt)
      .map(({ key }) => key),
  );
  return rows.map((row) => ({
    ...asStaff(row),
    groupId: null,
    tags: [],
    creditLimit: null,
    customValues: Object.fromEntries(Object.entries(row.customValues).filter(([key]) => shown.has(key))),
  }));
}

function asStaff({ currencyLockedAt, creditLimitMinor, ...row }: ClientRow): View {
  return {
    ...row,
    isCurrencyLocked: currencyLockedAt !== null,
    creditLimit: creditLimitMinor === null ? null : money(creditLimitMinor, row.currency),
    customValues: { ...row.customValues },
  };
}
