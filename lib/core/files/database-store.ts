import "server-only";
import { createHash } from "node:crypto";
import { sql } from "@/lib/core/db/sql";
import type { FileStore } from "@/lib/core/files/contract";
import { newId } from "@/lib/core/ids";

/** Keeps bytes in the table `stored_files`: one backup holds everything, and they commit with the change. */
export const databaseStore: FileStore = {
  async put({ execute, tenantId, now }, { bytes, mediaType, isPublic = false }) {
    const id = newId();
    const sha256 = createHash("sha256").update(bytes).digest();
    await execute(sql`
      insert into stored_files (id, tenant_id, media_type, size_bytes, sha256, content, is_public, created_at)
      values (${id}::uuid, ${tenantId}::uuid, ${mediaType}, ${bytes.length}, ${sha256}, ${bytes}, ${isPublic}, ${now})`);
    return id;
  },

  async read({ query, tenantId }, fileId) {
    const [row] = await query<{ mediaType: string; bytes: Buffer }>(sql`
      select media_type as "mediaType", content as bytes from stored_files
      where tenant_id = ${tenantId}::uuid and id = ${fileId}::uuid`);
    return row;
  },

  async remove({ execute, tenantId }, fileId) {
    await execute(sql`delete from stored_files where tenant_id = ${tenantId}::uuid and id = ${fileId}::uuid`);
  },
};
