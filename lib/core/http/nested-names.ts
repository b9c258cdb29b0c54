import { isPrototypeKey, MalformedRequest } from "@/lib/core/http/malformed";

/** Flat names of a form or a query string as a nested value. */
export type Nested = { [key: string]: unknown };

const limits = { entries: 500, depth: 8, index: 200, nameLength: 200 };

/**
 * `address.city`, `address[city]`, `lines[0].amount`, `lines.0.amount` and `tags[]` (or `tags` given more than once) as nested
 * objects and arrays. Names that reach a prototype, lists with gaps and names that contradict each other are refused.
 * Throws MalformedRequest.
 */
export function nest(entries: Iterable<readonly [name: string, value: unknown]>): Nested {
  const root = new Node();
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > limits.entries) throw refused("too_many_fields", "There are too many fields.");
    place(root, pathOf(name), value);
  }
  return asObject(root);
}

class Node {
  readonly children = new Map<string, Node | Leaf>();
}

class Leaf {
  readonly values: unknown[] = [];
  isList = false;
}

/** `a[b].c` as parts; an empty last part means "append". */
function pathOf(name: string): string[] {
  if (name.length > limits.nameLength)
    throw refused("forbidden_field", "A field has a name that is not allowed.");
  const parts = name.replaceAll("]", "").split(/[[.]/);
  const isAllowed = parts.every(
    (part, index) => !isPrototypeKey(part) && (part !== "" || (index > 0 && index === parts.length - 1)),
  );
  if (!isAllowed || parts.length > limits.depth) {
    throw refused("forbidden_field", "A field has a name that is not allowed.");
  }
  return parts;
}

function place(root: Node, path: string[], value: unknown): void {
  const isAppended = path.at(-1) === "";
  const steps = isAppended ? path.slice(0, -1) : path;
  let node = root;
  for (const step of steps.slice(0, -1)) {
    const next = node.children.get(step) ?? new Node();
    if (next instanceof Leaf) throw contradiction();
    node.children.set(step, next);
    node = next;
  }

  const last = steps.at(-1) ?? "";
  const leaf = node.children.get(last) ?? new Leaf();
  if (leaf instanceof Node) throw contradiction();
  leaf.values.push(value);
  leaf.isList ||= isAppended || leaf.values.length > 1;
  node.children.set(last, leaf);
}

function asObject(node: Node): Nested {
  return Object.fromEntries([...node.children].map(([key, child]) => [key, asValue(child)]));
}

function asValue(child: Node | Leaf): unknown {
  if (child instanceof Leaf) return child.isList ? child.values : child.values[0];

  const keys = [...child.children.keys()];
  if (!keys.every((key) => /^\d{1,3}$/.test(key))) return asObject(child);
  return Array.from({ length: keys.length }, (_, index) => {
    const item = child.children.get(String(index));
    if (item === undefined || index > limits.index) throw refused("list_with_gaps", "A list has a gap.");
    return asValue(item);
  });
}

function contradiction(): MalformedRequest {
  return refused("contradictory_fields", "Two fields contradict each other.");
}

function refused(code: string, message: string): MalformedRequest {
  return new MalformedRequest(400, `http.${code}`, message);
}
