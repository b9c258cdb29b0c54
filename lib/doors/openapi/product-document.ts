import "server-only";
import { processWide } from "@/lib/core/process-wide";
import { type OpenApiDocument, openApiDocument } from "@/lib/doors/openapi/document";
import { registry } from "@/lib/registry";

/** The document of this product, made once. */
export function productDocument(): Promise<OpenApiDocument> {
  return processWide("openapi-document", () => openApiDocument(registry));
}
