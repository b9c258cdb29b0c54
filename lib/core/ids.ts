import { v7 } from "uuid";
import { z } from "zod";

/** A new record's id: UUIDv7, so that keys arrive in time order and indexes stay compact. */
export function newId(): string {
  return v7();
}

/** Any UUID in its canonical lower-case form. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, "must be a UUID in lower case")
  .meta({
    id: "Id",
    description: "Id of a record.",
    format: "uuid",
    examples: ["01932f3a-7c00-7000-8000-000000000001"],
  });
