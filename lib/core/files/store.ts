import "server-only";
import type { FileStore } from "@/lib/core/files/contract";
import { databaseStore } from "@/lib/core/files/database-store";

/** The installation's file store. */
export function fileStore(): FileStore {
  return databaseStore;
}
