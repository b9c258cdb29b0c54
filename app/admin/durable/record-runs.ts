import "server-only";
import type { Page } from "@/app/guarded-page";
import { listRuns } from "@/lib/durable/operations/list-runs";
import { isWorkLocal } from "@/lib/durable/queries";

/** The latest runs about a record, for <RunsOfRecord>; nothing where the person may not see them, or where they run elsewhere. */
export async function recordRuns({ read, may }: Page, subject: string) {
  if (!may(listRuns) || !isWorkLocal()) return undefined;
  return (await read(listRuns, { subject, limit: 5 })).items;
}
