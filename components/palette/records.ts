import type { Choice } from "./choice";

/** Kinds of records that the palette searches, each through its list in the API. */
export const recordKinds = [
  "clients",
  "orders",
  "invoices",
  "payments",
  "services",
  "products",
  "people",
] as const;
export type RecordKind = (typeof recordKinds)[number];

type Item = Readonly<Record<string, string | number | null | Readonly<Record<string, string>>>>;

type Source = {
  path: string;
  /** The list's parameters for what was typed; undefined where it cannot find anything. */
  query(typed: string): Record<string, string> | undefined;
  read(item: Item): Choice;
  /** The field of the answer that holds them. */
  field?: string;
};

const bySearch = (typed: string) => ({ search: typed });
const word = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
const numbered = (value: unknown) => `#${word(value)}`;
/** A text per language, in the first that there is. */
const named = (value: unknown) => word(Object.values((value ?? {}) as Record<string, string>)[0]);

const sources: Readonly<Record<RecordKind, Source>> = {
  clients: {
    path: "/clients",
    query: bySearch,
    read: ({ id, name, companyName, email }) => ({
      href: `/admin/clients/${word(id)}`,
      label: word(companyName) || word(name),
      hint: word(email),
    }),
  },
  orders: {
    path: "/orders",
    query: (typed) => (/^#?\d{1,12}$/.test(typed) ? { number: typed.replace("#", "") } : undefined),
    read: ({ id, number, placedByName }) => ({
      href: `/admin/orders/${word(id)}`,
      label: numbered(number),
      hint: word(placedByName),
    }),
  },
  invoices: {
    path: "/invoices",
    query: bySearch,
    read: ({ id, number, clientName }) => ({
      href: `/admin/invoices/${word(id)}`,
      label: word(number) || word(clientName),
      hint: word(clientName),
    }),
  },
  payments: {
    path: "/payments",
    query: bySearch,
    read: ({ id, number, clientName }) => ({
      href: `/admin/payments/${word(id)}`,
      label: numbered(number),
      hint: word(clientName),
    }),
  },
  services: {
    path: "/services",
    query: bySearch,
    read: ({ id, label, hostName, clientName }) => ({
      href: `/admin/services/${word(id)}`,
      label: word(label),
      hint: word(hostName) || word(clientName),
    }),
  },
  products: {
    path: "/products",
    field: "products",
    query: bySearch,
    read: ({ id, name, slug }) => ({
      href: `/admin/products/${word(id)}`,
      label: named(name) || word(slug),
      hint: word(slug),
    }),
  },
  people: {
    path: "/users",
    query: bySearch,
    read: ({ id, name, email }) => ({
      href: `/admin/settings/people/${word(id)}`,
      label: word(name),
      hint: word(email),
    }),
  },
};

const most = 5;

/** The first few records of a kind that fit what was typed. Throws when the list does not answer. */
export async function findRecords(kind: RecordKind, typed: string, signal: AbortSignal): Promise<Choice[]> {
  const { path, query, read, field = "items" } = sources[kind];
  const given = query(typed);
  if (given === undefined) return [];
  const answer = await fetch(`/api/v1${path}?${new URLSearchParams(given)}`, { signal });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  const found = ((await answer.json()) as Record<string, Item[] | undefined>)[field] ?? [];
  return found.slice(0, most).map(read);
}
