/**
 * The page of the record that an event is about, by the beginning of the event's name. A domain whose records have pages adds its
 * line here; runs and records then lead to each other.
 */
const pages = [
  { events: "clients/client.", kind: "client", path: "/admin/clients" },
  { events: "ledger/entry.", kind: "entry", path: "/admin/ledger/entries" },
  { events: "provisioning/", kind: "service", path: "/admin/services" },
  { events: "durable/run.", kind: "run", path: "/admin/durable" },
] as const;

export type SubjectLink = { kind: (typeof pages)[number]["kind"]; href: string };

/** Where the record is shown; undefined for events about nothing that has a page. */
export function subjectLink(eventName: string, subject: string | null): SubjectLink | undefined {
  if (subject === null) return undefined;
  const page = pages.find(({ events }) => eventName.startsWith(events));
  return page && { kind: page.kind, href: `${page.path}/${encodeURIComponent(subject)}` };
}
