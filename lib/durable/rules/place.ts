/** Where durable work runs: on the local server, whose runs can be shown here, or on a server with pages of its own. */
export type Place = { kind: "local"; dashboardUrl: null } | { kind: "elsewhere"; dashboardUrl: string };

type Given = {
  INNGEST_LOCAL: boolean;
  INNGEST_BASE_URL?: string | undefined;
  INNGEST_EVENT_KEY?: string | undefined;
};

const inngestCloud = "https://app.inngest.com";

/** With nothing configured work is local; the process that starts the local server says so, for it has an address too. */
export function placeOf({ INNGEST_LOCAL, INNGEST_BASE_URL, INNGEST_EVENT_KEY }: Given): Place {
  if (INNGEST_LOCAL) return { kind: "local", dashboardUrl: null };
  if (INNGEST_BASE_URL !== undefined) return { kind: "elsewhere", dashboardUrl: INNGEST_BASE_URL };
  if (INNGEST_EVENT_KEY !== undefined) return { kind: "elsewhere", dashboardUrl: inngestCloud };
  return { kind: "local", dashboardUrl: null };
}
