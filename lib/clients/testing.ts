import { createClient } from "@/lib/clients/operations/create-client";
import { newId } from "@/lib/core/ids";
import { run } from "@/lib/core/operation/run";
import { staff } from "@/tests/support/tenants";

/** A client of the company; returns the id. */
export async function aClient(tenantId: string): Promise<string> {
  const input = { ...createClient.example.input, email: `${newId()}@example.com` };
  return (await run(createClient, input, { actor: staff(tenantId) })).id;
}
