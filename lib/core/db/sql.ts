import { createHash } from "node:crypto";
import type pg from "pg";

/** A piece of SQL with its parameters. Built by the `sql` tag only, so a value never becomes text of the statement. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The statement with numbered placeholders. */
  get text(): string {
    return this.strings.reduce((text, part, index) => `${text}$${index}${part}`);
  }
}

/**
 * SQL with its values as parameters; a nested `Sql` is spliced in.
 * `` sql`select * from clients where id = ${id}` ``
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const texts: string[] = [strings[0] ?? ""];
  const parameters: unknown[] = [];

  values.forEach((value, index) => {
    const after = strings[index + 1] ?? "";
    if (value instanceof Sql) {
      append(texts, value.strings);
      parameters.push(...value.values);
      append(texts, [after]);
    } else {
      parameters.push(value);
      texts.push(after);
    }
  });
  return new Sql(texts, parameters);
}

function append(texts: string[], more: readonly string[]): void {
  texts[texts.length - 1] += more[0] ?? "";
  texts.push(...more.slice(1));
}

/** Joins pieces, by default with a comma. */
export function join(pieces: readonly Sql[], separator = ", "): Sql {
  const texts = [""];
  const values: unknown[] = [];
  pieces.forEach((piece, index) => {
    if (index > 0) append(texts, [separator]);
    append(texts, piece.strings);
    values.push(...piece.values);
  });
  return new Sql(texts, values);
}

export const nothing = new Sql([""], []);

/**
 * A name written by us (column, direction) that cannot be a parameter. Refuses all but plain identifiers and
 * must never be given what a caller sent: choose it from a table.
 */
export function identifier(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(name))
    throw new TypeError(`not an identifier: ${name}`);
  return new Sql([name], []);
}

const names = new Map<string, string>();

/** The query for the driver; named, so that the server parses each statement once per connection. */
export function toQuery(query: Sql, prepared: boolean): pg.QueryConfig {
  const { text } = query;
  const values = query.values as unknown[];
  return prepared ? { name: statementName(text), text, values } : { text, values };
}

function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
    // Statements are written by us, so their number is bounded; lists combine filters, hence the cap.
    if (names.size < 5_000) names.set(text, name);
  }
  return name;
}
