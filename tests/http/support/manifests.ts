import { readFileSync } from "node:fs";
import path from "node:path";
import { first } from "./installation";

/** What the build says that it serves. */

const read = (name: string) => JSON.parse(readFileSync(path.resolve(".next", name), "utf8"));

export type Route = { kind: "page" | "route"; path: string };

/** Every page and route handler, as Next writes their paths: `/admin/clients/[clientId]`. */
export function routes(): Route[] {
  const manifest = read("app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(manifest).map(([file, route]) => ({
    kind: file.endsWith("/page") ? "page" : "route",
    path: route,
  }));
}

/** Pages behind a sign-in. */
export function protectedPages(): string[] {
  return routes()
    .filter(({ kind, path: route }) => kind === "page" && /^\/(admin|portal)(\/|$)/.test(route))
    .map(({ path: route }) => route);
}

export type Action = {
  id: string;
  name: string;
  /** A page whose bundle holds it. */
  page: string;
};

/** Every server action of the build. */
export function actions(): Action[] {
  const { node } = read("server/server-reference-manifest.json") as {
    node: Record<string, { workers: Record<string, unknown>; exportedName?: string }>;
  };
  return Object.entries(node).map(([id, { workers, exportedName = "" }]) => {
    const [worker = ""] = Object.keys(workers);
    const page = worker.replace(/^app/, "").replace(/\/page$/, "") || "/";
    return { id, name: exportedName, page: visit(page.replace(/\/\([^)]+\)/g, "") || "/") };
  });
}

/** A path with its parameters filled by records of the first company. */
export function visit(route: string): string {
  const values: Record<string, string> = {
    "[clientId]": first.clientId,
    "[entryId]": first.entryId,
    "[accountId]": first.accountId,
    "[token]": "A".repeat(43),
    "[...missing]": "nowhere",
    "[[...path]]": "clients",
  };
  return route.replace(/\[+[^\]]+\]+/g, (parameter) => values[parameter] ?? "unknown");
}
