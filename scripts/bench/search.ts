import { listClients } from "@/lib/clients/operations/list-clients";
import { perform } from "@/lib/core/operation/run";
import { type Company, startCompany } from "./company";
import { latency } from "./measure";
import { fillSearch } from "./seed-search";
import type { BenchCase, BenchDefinition } from "./types";

let company: Company | undefined;

/** Milliseconds that a search may take at 100,000 clients, whatever is looked for. */
const budget = { p50: 25, p99: 100 };

const searches: readonly { title: string; input: Record<string, unknown> }[] = [
  { title: "a name", input: { search: "lovelace 1f" } },
  { title: "an address of mail", input: { search: "person77@example77.com" } },
  { title: "a telephone number, spaced", input: { search: "030 1000 777" } },
  { title: "a tax number", input: { search: "DE 100 000 777" } },
  { title: "a street and a place", input: { search: "lindenstr 77 berlin" } },
  { title: "a contact", input: { search: "contact777" } },
  { title: "a word of every twelfth", input: { search: "ada" } },
  { title: "a word of 99 %", input: { search: "example" } },
  { title: "a word of 99 %, archived ones", input: { search: "example", status: "ARCHIVED" } },
  { title: "a word of 99 %, with a rare tag", input: { search: "example", tag: "rare" } },
  { title: "a word of the oldest tenth", input: { search: "ancient" } },
  { title: "one letter", input: { search: "e" } },
  { title: "one letter that the newest do not have", input: { search: "a" } },
  { title: "one letter, archived ones", input: { search: "e", status: "ARCHIVED" } },
  { title: "two digits", input: { search: "12" } },
  { title: "a word and one digit", input: { search: "lovelace 1" } },
  { title: "a word of the oldest tenth and a letter", input: { search: "ancient e" } },
  { title: "nothing that exists", input: { search: "nobody of this name" } },
];

/** Finding a client among 100,000 of one company, as the application role, through the operation that lists them. */
export const bench: BenchDefinition = {
  name: "search",
  description:
    "search for clients at 100,000 of one company, under row-level security; the limit is the budget",
  async setup({ size }) {
    company = await startCompany({ size, progress: (step) => console.log(`… ${step}`) });
    console.log("… search documents");
    await fillSearch(company.owner, company.actor.tenantId);
    console.log("");
  },
  async teardown() {
    await company?.stop();
    company = undefined;
  },
  cases: () =>
    searches.flatMap(({ title, input }) => [caseOf(title, input, "p50"), caseOf(title, input, "p99")]),
};

function caseOf(title: string, input: Record<string, unknown>, part: "p50" | "p99"): BenchCase {
  const ask = () => perform(listClients, { ...input, limit: 50 }, { actor: (company as Company).actor });
  return {
    case: `${title}, ${part}`,
    unit: "ms",
    better: "lower",
    goal: 1,
    floor: 1,
    ours: async () => {
      const measured = await latency(ask);
      return { ...measured, value: measured[part] ?? measured.value };
    },
    limit: async () => ({ value: budget[part] }),
  };
}
