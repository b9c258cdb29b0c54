export type ListParameters = Readonly<Record<string, string | undefined>>;

/** Address of a list with some parameters changed; a change starts at the first page unless it is the page itself. */
export function listHref(path: string, current: ListParameters, changes: ListParameters): string {
  const merged: ListParameters = { ...current, cursor: undefined, ...changes };
  const entries = Object.entries(merged).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(entries).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The named parameters of an address that hold something; anything else in the address is left alone. */
export function listParameters<Name extends string>(
  search: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value.trim() !== "" ? [[name, value]] : [];
  });
  return Object.fromEntries(given);
}

/** What pressing a column's head leads to: its order, and the other way round when it is in force already. */
export function sortStep(
  current: string,
  field: string,
): { next: string; sorted?: "ascending" | "descending" } {
  if (current === field) return { next: `-${field}`, sorted: "ascending" };
  if (current === `-${field}`) return { next: field, sorted: "descending" };
  return { next: field };
}
