import { z } from "zod";
import { identifier, join, nothing, type Sql, sql } from "@/lib/core/db/sql";
import { InvalidInput } from "@/lib/core/errors";

type Sort = { readonly column: string; readonly type: "timestamptz" | "text" | "bigint" | "date" | "int" };

type ListDefinition<Filters extends z.ZodRawShape> = {
  /** The relation to read from: a table, or a call of a narrow search function. */
  readonly from: Sql;
  readonly columns: Sql;
  /** Sortable fields. Columns must be NOT NULL and indexed together with (tenant_id, id). */
  readonly sorts: Readonly<Record<string, Sort>>;
  readonly defaultSort: string;
  /** Filters by name, strict: anything else in the input is refused. */
  readonly filters: Filters;
};

export type Page<Row> = { items: Row[]; nextCursor: string | null };

const limits = { usual: 50, most: 200 };

/**
 * Input of a list operation: `cursor` from the page before, `limit`, `sort` by a named field (`-` in front: descending) and
 * the list's own filters.
 */
export function listInput<Filters extends z.ZodRawShape>(definition: ListDefinition<Filters>) {
  const sorts = Object.keys(definition.sorts).flatMap((name) => [name, `-${name}`]);
  return z.strictObject({
    cursor: z.string().max(500).optional().meta({ description: "`nextCursor` of the page before." }),
    limit: z.number().int().min(1).max(limits.most).default(limits.usual),
    sort: z.enum(sorts as [string, ...string[]]).default(definition.defaultSort),
    ...definition.filters,
  });
}

/** Output of a list operation: the items, and where the next page starts (null on the last). */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

type ListRequest = { cursor?: string | undefined; limit: number; sort: string };
type Query = <Row>(query: Sql) => Promise<Row[]>;

/**
 * Reads one page by keyset: cost grows with the page, not with the history before it. `conditions` are SQL made from the
 * filters; the tenant's own filter is repeated here beside row-level security.
 */
export async function readPage<Row extends { id: string }>(
  context: { query: Query; tenantId: string },
  definition: ListDefinition<z.ZodRawShape>,
  request: ListRequest,
  conditions: readonly (Sql | undefined)[],
): Promise<Page<Row>> {
  const isDescending = request.sort.startsWith("-");
  const name = request.sort.replace(/^-/, "");
  const sort = definition.sorts[name];
  if (sort === undefined)
    throw new InvalidInput([{ path: "sort", code: "invalid_value", message: "is not a sort order" }]);

  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, request.sort, sort);
  const column = identifier(sort.column);
  const direction = isDescending ? sql`desc` : sql`asc`;
  const where = join(
    [sql`tenant_id = ${context.tenantId}::uuid`, ...conditions.filter((c) => c !== undefined)],
    " and ",
  );
  const rows = await context.query<Row & { sort_key: string }>(sql`
    select ${definition.columns}, ${column}::text as sort_key from ${definition.from}
    where ${where}${after ? afterCursor(column, sort, isDescending, after) : nothing}
    order by ${column} ${direction}, id ${direction} limit ${request.limit + 1}`);

  return toPage(rows, request);
}

function toPage<Row extends { id: string }>(
  rows: (Row & { sort_key: string })[],
  request: ListRequest,
): Page<Row> {
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor([request.sort, last.sort_key, last.id]) : null };
}

type Cursor = [sort: string, key: string, id: string];

const cursorSchema = z.tuple([
  z.string(),
  // A key is data of ours read back: bounded, and without the NUL that PostgreSQL's text cannot hold.
  z
    .string()
    .max(300)
    .refine((key) => !key.includes("\u0000")),
  z.string().regex(/^[0-9a-f-]{36}$/),
]);

function afterCursor(column: Sql, sort: Sort, isDescending: boolean, [, key, id]: Cursor): Sql {
  const type = identifier(sort.type);
  return isDescending
    ? sql` and (${column}, id) < (${key}::${type}, ${id}::uuid)`
    : sql` and (${column}, id) > (${key}::${type}, ${id}::uuid)`;
}

function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function decodeCursor(text: string, order: string, sort: Sort): Cursor {
  const cursor = cursorSchema.safeParse(parseJson(text));
  if (!cursor.success || cursor.data[0] !== order || !keyForms[sort.type].test(cursor.data[1])) {
    throw new InvalidInput([
      { path: "cursor", code: "invalid_cursor", message: "is not a cursor of this list" },
    ]);
  }
  return cursor.data;
}

const keyForms: Record<Sort["type"], RegExp> = {
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  bigint: /^-?\d{1,18}$/,
  int: /^-?\d{1,9}$/,
  text: /^/,
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
