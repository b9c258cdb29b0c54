"use server";

import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { revokeApiKey } from "@/lib/auth/operations/revoke-api-key";
import { serverAction } from "@/lib/doors/server-action";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

export const updateCompanyAction = serverAction(updateTenant);
export const createApiKeyAction = serverAction(createApiKey);
export const revokeApiKeyAction = serverAction(revokeApiKey);
