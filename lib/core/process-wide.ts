const holder = globalThis as { panel1?: Map<string, unknown> };
holder.panel1 ??= new Map<string, unknown>();
const store = holder.panel1;

/**
 * A value that exists once per process. A Next build holds a module more than once (route handlers and server actions have
 * copies of their own), so module-level state is not shared: pools, caches and metrics live here.
 */
export function processWide<T>(name: string, make: () => T): T {
  if (!store.has(name)) store.set(name, make());
  return store.get(name) as T;
}
