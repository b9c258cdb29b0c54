import type { Config } from "@/lib/core/config/schema";

const inngestCloud = "https://inn.gs";

/** Where events go on this installation, and the key of that intake; undefined where no key is configured. */
export function configuredIntake({
  INNGEST_EVENT_KEY: eventKey,
  INNGEST_BASE_URL: baseUrl = inngestCloud,
}: Config): { baseUrl: string; eventKey: string } | undefined {
  return eventKey === undefined ? undefined : { baseUrl, eventKey };
}
