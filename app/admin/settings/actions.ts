"use server";

import { createApiKey } from "@/lib/auth/operations/create-api-key";
import { createProvider } from "@/lib/auth/operations/create-provider";
import { revokeApiKey } from "@/lib/auth/operations/revoke-api-key";
import { revokeSession } from "@/lib/auth/operations/revoke-session";
import { updateProvider } from "@/lib/auth/operations/update-provider";
import { serverAction } from "@/lib/doors/server-action";
import { updateTenant } from "@/lib/tenants/operations/update-tenant";

export const updateCompanyAction = serverAction(updateTenant);
export const createApiKeyAction = serverAction(createApiKey);
export const revokeApiKeyAction = serverAction(revokeApiKey);
export const revokeSessionAction = serverAction(revokeSession);
export const createProviderAction = serverAction(createProvider);
export const updateProviderAction = serverAction(updateProvider);
