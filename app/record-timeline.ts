import "server-only";
import type { Page } from "@/app/guarded-page";
import { listTimeline } from "@/lib/timeline/operations/list-timeline";

/** The latest facts about a record, for <TimelineCard>; nothing where the person may not read them. */
export async function recordTimeline({ read, may }: Page, recordId: string) {
  if (!may(listTimeline)) return undefined;
  return (await read(listTimeline, { recordId, limit: 50 })).items;
}
