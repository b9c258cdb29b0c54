import { roles } from "@/lib/auth/rules/roles";
import type { Operation } from "@/lib/core/operation/operation";
import { can } from "@/lib/core/operation/permissions";
import { registry } from "@/lib/registry";
import { withRecords } from "@/tests/support/references";
import type { RoleWorld } from "./prepare-roles";
import { type Answer, send } from "./request";

/** The operations of the registry as the REST door takes them, for tests that call all of them. */
export type Routed = Operation & { http: NonNullable<Operation["http"]> };

export const operations = Object.values(registry)
  .flatMap((domain) => Object.values(domain) as unknown as Operation[])
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Those with a route, reads first and what takes records away last, so that each finds what it is asked about. */
export const routed = operations
  .filter((operation): operation is Routed => operation.http !== undefined)
  .sort((a, b) => rankOf(a) - rankOf(b));

function rankOf({ name, http }: Routed): number {
  if (/\.(?:merge|erase)$/.test(name)) return 4;
  if (/\.(?:archive|restore|expire|decline|revoke|remove|delete)$/.test(name)) return 3;
  return http.method === "GET" ? 0 : http.method === "POST" ? 1 : 2;
}

export function mayRun({ role }: RoleWorld, operation: Operation): boolean {
  const { kind, permissions } = roles[role];
  const audience = kind === "STAFF" ? "staff" : "client";
  return can({ kind: "user", audience, tenantId: "", name: role, permissions }, operation);
}

export type Called = Answer & { code: string };

/** Sends the example of an operation about these records, with a person's cookie, from a page of their company's own host. */
export async function callRest(
  operation: Routed,
  { host }: RoleWorld,
  { cookie, records }: { cookie: string | undefined; records: Record<string, string> },
): Promise<Called> {
  const { method } = operation.http;
  const rest = withRecords(operation.example.input, records) as Record<string, unknown>;
  const path = operation.http.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const headers = { host, origin: `http://${host}`, "content-type": "application/json" };
  const answer =
    method === "GET"
      ? await send({ method, path: `/api/v1${path}?${queryOf(rest)}`, cookie, headers })
      : await send({ method, path: `/api/v1${path}`, cookie, headers, body: JSON.stringify(rest) });
  return { ...answer, code: answer.status < 400 ? "" : codeOf(answer) };
}

function codeOf({ status, text }: Answer): string {
  if (text === "") return "";
  const { code } = JSON.parse(text) as { code?: string };
  if (code === undefined) throw new Error(`${status} without a code: ${text.slice(0, 200)}`);
  return code;
}

function queryOf(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
}

/** Whether the path itself names a record. */
export function namesARecord({ http }: Routed, records: Record<string, string>): boolean {
  return [...http.path.matchAll(/\{(\w+)\}/g)].some(([, name = ""]) => records[name] !== undefined);
}
