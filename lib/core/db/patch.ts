/**
 * The fields of a change that were given. Prisma refuses `undefined` (it would silently mean "leave out"), so what a caller
 * did not send is taken out here, on purpose and in one place.
 */
export function withoutUndefined<T extends Record<string, unknown>>(
  changes: T,
): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}
