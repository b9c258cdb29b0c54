import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { NotFound } from "@/lib/core/errors";
import { idSchema } from "@/lib/core/ids";
import { query } from "@/lib/core/operation/operation";

/** For the address that pages and mails show images from. No door hands it out as JSON. */
export const getBrandFile = query({
  name: "tenants.brand.file",
  summary: "Read an image of the brand",
  audience: ["visitor"],
  input: z.strictObject({ brandFileId: idSchema }),
  output: z.object({ mediaType: z.string(), content: z.base64() }),
  example: {
    input: { brandFileId: "01932f3a-7c00-7000-8000-000000000203" },
    output: { mediaType: "image/png", content: "iVBORw0KGgo=" },
  },
  refusals: ["core.not_found"],
  async run({ query: ask, tenantId }, { brandFileId }) {
    const [file] = await ask<{ mediaType: string; content: string }>(sql`
      select f.media_type as "mediaType", translate(encode(f.content, 'base64'), E'\n', '') as content
      from stored_files f join tenants t on t.id = f.tenant_id
      where f.tenant_id = ${tenantId}::uuid and f.id = ${brandFileId}::uuid and f.is_public
        and f.id in (t.logo_file_id, t.dark_logo_file_id, t.icon_file_id)`);
    if (file === undefined) throw new NotFound("image");
    return file;
  },
});
