import type { ModuleStore } from "@/lib/provisioning/contract";

/** The shelf of one module in one company, as a test may look into it. Keeps copies, as the real one does. */
export class ModuleShelf implements ModuleStore {
  private readonly values = new Map<string, string>();

  get size(): number {
    return this.values.size;
  }

  async get(key: string): Promise<unknown> {
    const kept = this.values.get(key);
    return kept === undefined ? undefined : JSON.parse(kept);
  }

  async add(key: string, value: unknown): Promise<boolean> {
    if (this.values.has(key)) return false;
    this.values.set(key, JSON.stringify(value));
    return true;
  }

  async put(key: string, value: unknown): Promise<void> {
    this.values.set(key, JSON.stringify(value));
  }

  async remove(key: string): Promise<void> {
    this.values.delete(key);
  }
}
