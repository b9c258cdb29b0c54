import type { CommandContext, QueryContext } from "@/lib/core/operation/operation";

export type StoredFile = { readonly mediaType: string; readonly bytes: Buffer };

/**
 * Where the bytes of files are kept: outside of anything that a web server serves. Which file belongs to whom is the domain's
 * to say; a store knows ids only. Writing is part of the operation's transaction, or undone when that fails.
 */
export type FileStore = {
  put(
    context: CommandContext,
    file: { bytes: Buffer; mediaType: string; isPublic?: boolean },
  ): Promise<string>;
  /** Undefined where there is no such file. */
  read(context: QueryContext, fileId: string): Promise<StoredFile | undefined>;
  remove(context: CommandContext, fileId: string): Promise<void>;
};
