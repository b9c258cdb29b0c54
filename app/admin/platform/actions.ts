"use server";

import { serverAction } from "@/lib/doors/server-action";
import { inviteCompany } from "@/lib/platform/operations/invite-company";
import { resumeCompany } from "@/lib/platform/operations/resume-company";
import { revokeCompanyLink } from "@/lib/platform/operations/revoke-company-link";
import { setCompanyLogo } from "@/lib/platform/operations/set-company-logo";
import { suspendCompany } from "@/lib/platform/operations/suspend-company";
import { updateCompanyBrand } from "@/lib/platform/operations/update-company-brand";

export const inviteCompanyAction = serverAction(inviteCompany);
export const revokeCompanyLinkAction = serverAction(revokeCompanyLink);
export const suspendCompanyAction = serverAction(suspendCompany);
export const resumeCompanyAction = serverAction(resumeCompany);
export const updateCompanyBrandAction = serverAction(updateCompanyBrand);
export const setCompanyLogoAction = serverAction(setCompanyLogo);
