import type { ReactNode } from "react";

/** A column of a list: what stands in it, and how it behaves. */
export type Column<Row> = {
  /** Its name in the address. */
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Shown until somebody chooses. */
  readonly isUsual?: boolean;
  /** Names the row: always there. */
  readonly isFixed?: boolean;
  /** Of the usual ones, those that a phone has room for. */
  readonly isForPhones?: boolean;
  readonly numeric?: boolean;
  readonly grow?: boolean;
  readonly className?: string;
  /** The order that pressing its head asks for. */
  readonly sort?: string;
};

type Named = Pick<Column<never>, "key" | "isFixed" | "isUsual">;

/** The columns that an address asks for, in the list's own order; the usual ones where it asks for none that there are. */
export function shownColumns<C extends Named>(
  columns: readonly C[],
  asked: string | undefined,
): readonly C[] {
  const keys = new Set(asked?.split(","));
  const isChosen = columns.some(({ key, isFixed }) => !isFixed && keys.has(key));
  return columns.filter(({ key, isFixed, isUsual }) => isFixed || (isChosen ? keys.has(key) : isUsual));
}

/** What an address says for these columns: nothing where they are the usual ones. */
export function columnsParameter(columns: readonly Named[], keys: ReadonlySet<string>): string | undefined {
  const free = columns.filter(({ isFixed }) => !isFixed);
  if (free.every(({ key, isUsual = false }) => keys.has(key) === isUsual)) return undefined;
  const chosen = free.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  return chosen.length === 0 ? undefined : chosen.join(",");
}
