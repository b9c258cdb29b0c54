import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Operation } from "@/lib/core/operation/operation";
import { registry } from "@/lib/registry";

/** Which operation each server action runs, by the action's name: read off the source of `app/`. */
export function operationsOfActions(): Map<string, Operation> {
  const byVariable = new Map<string, Operation>(
    Object.values(registry).flatMap((domain) => Object.entries(domain) as unknown as [string, Operation][]),
  );
  const found = new Map<string, Operation>();
  for (const file of readdirSync("app", { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("actions.ts")) continue;
    for (const [action, variable] of actionsIn(readFileSync(path.join("app", file), "utf8"))) {
      const operation = byVariable.get(variable);
      if (operation !== undefined) found.set(action, operation);
    }
  }
  return found;
}

/** Names of actions with the variable of their operation, which they hand to a door themselves or by a constant of the file. */
function actionsIn(text: string): [action: string, variable: string][] {
  const constants = [...text.matchAll(/^const (\w+) = serverAction\(\s*(\w+)/gm)];
  const parts = text.split(/^export (?:const|async function) /m).slice(1);
  return parts.map((part) => {
    const [action = ""] = /^\w+/.exec(part) ?? [];
    const direct = /(?:serverAction|visitorDoor)\(\s*(\w+)/.exec(part)?.[1];
    const [, , called] = constants.find(([, door]) => new RegExp(`\\b${door}\\(`).test(part)) ?? [];
    return [action, direct ?? called ?? ""];
  });
}
