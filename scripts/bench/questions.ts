import { z } from "zod";
import { type Actor, visitor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { registry } from "@/lib/registry";
import type { Company } from "./company";

/** One way to call an operation; `n` counts the calls, so that changes meet another record each time. */
export type Question = {
  title: string;
  operation: Operation;
  input(n: number): Record<string, unknown>;
  actor(n: number): Actor;
};

/** Records of the measured company that calls go around in. */
export type Records = {
  clientId: string[];
  entryId: string[];
  accountId: string[];
  apiKeyId: string[];
  /** Sessions of clients' people, each with its person. */
  sessions: { id: string; userId: string; clientId: string }[];
};

type Input = Record<string, unknown>;

/** Made once per installation, or a walk over all rows by design, with a figure of its own. */
const leftOut = ["onboarding.installation.setUp", "audit.chain.verify"];

/** Every operation of the registry: each as in its example, lists also in each order and by each filter. */
export function questionsFor(company: Company, records: Records): Question[] {
  const operations = Object.values(registry).flatMap(
    (domain) => Object.values(domain) as unknown as Operation[],
  );
  return operations
    .filter(({ name }) => !leftOut.includes(name))
    .flatMap((operation) =>
      inputsOf(operation).map(({ title, input }) => ({
        title: [operation.name, title].filter(Boolean).join(" "),
        operation,
        input: (n: number) => withRecords({ ...input, ...(changing[operation.name]?.(n) ?? {}) }, records, n),
        actor: (n: number) => actorOf(operation, company, records, n),
      })),
    );
}

/** What must be another each time for a change to happen. */
const changing: Record<string, (n: number) => Input> = {
  "clients.client.create": (n) => ({ email: `bench${n}@example.com` }),
  "ledger.account.create": (n) => ({ code: `B${n}` }),
  "ledger.account.update": (n) => ({ version: n + 1 }),
  "tenants.tenant.update": (n) => ({ version: n + 1 }),
  // Records are taken from the other end than by the change before.
  "clients.client.archive": () => ({ from: "end" }),
  "clients.client.restore": () => ({ from: "end", version: 2 }),
};

const list = { limit: 50 };

/** Filters beyond those with fixed choices. */
const furtherInputs: Record<string, Input[]> = {
  "clients.client.list": [
    { ...list, search: "ada" },
    { ...list, search: "lovelace 1f" },
    { ...list, search: "person77@example77.com" },
    { ...list, search: "nobody of this name" },
    { ...list, country: "EG" },
  ],
  "ledger.entry.list": [
    { ...list, clientId: "clientId" },
    { ...list, accountCode: "4000" },
    { ...list, sourceKind: "manual" },
    { ...list, sourceKind: "invoice" },
  ],
  "ledger.balance.list": [{ ...list, per: "client", clientId: "clientId" }],
  "audit.entry.list": [
    { ...list, recordType: "client", recordId: "clientId" },
    { ...list, actorId: "clientId" },
    { ...list, operation: "clients." },
    { ...list, operation: "nothing.was.called" },
    { ...list, from: "2026-01-01T00:00:00.000Z" },
  ],
};

function inputsOf(operation: Operation): { title: string; input: Input }[] {
  const example = { title: "", input: operation.example.input as Input };
  const { properties } = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, { enum?: string[] }>;
  };
  if (properties?.cursor === undefined) return [example];

  const choices = Object.entries(properties).flatMap(([name, { enum: values = [] }]) =>
    (name === "sort" ? values : values.slice(0, 2)).map((value) => ({ ...list, [name]: value })),
  );
  const inputs = [list, ...choices, ...(furtherInputs[operation.name] ?? [])];
  return [
    { title: "as in its example", input: { ...list, ...(operation.example.input as Input) } },
    ...inputs.map((input) => ({ title: JSON.stringify({ ...input, limit: undefined }), input })),
  ];
}

/** Puts a real record where an input names one: the field says of which kind, or a field's value does. */
function withRecords(input: Input, records: Records, n: number): Input {
  const { from, ...asked } = input;
  const pick = <T>(all: T[]): T | undefined =>
    from === "end" ? all[all.length - 1 - (n % all.length)] : all[n % all.length];
  const ids: Record<string, string | undefined> = {
    clientId: pick(records.clientId),
    entryId: pick(records.entryId),
    accountId: records.accountId[0],
    apiKeyId: pick(records.apiKeyId),
    sessionId: pick(records.sessions)?.id,
  };
  const replace = (value: unknown, key = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => replace(item));
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replace(inner, name)]));
    return typeof value === "string" ? (ids[value] ?? ids[key] ?? value) : value;
  };
  return replace(asked) as Input;
}

function actorOf(operation: Operation, { actor }: Company, { sessions }: Records, n: number): Actor {
  if (operation.audience.includes("visitor")) return visitor(actor.tenantId);
  const session = sessions[n % sessions.length];
  if (!/^auth\.session\.(?:signOut|end|revoke)$/.test(operation.name) || session === undefined) return actor;
  return { ...actor, id: session.userId, sessionId: session.id };
}
