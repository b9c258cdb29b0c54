"use server";

import { serverAction } from "@/lib/doors/server-action";
import { setLogo } from "@/lib/tenants/operations/set-logo";
import { updateBrand } from "@/lib/tenants/operations/update-brand";

export const updateBrandAction = serverAction(updateBrand);
export const setLogoAction = serverAction(setLogo);
