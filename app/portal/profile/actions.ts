"use server";

import { getTranslations } from "next-intl/server";
import { createContact } from "@/lib/clients/operations/create-contact";
import { deleteContact } from "@/lib/clients/operations/delete-contact";
import { updateContact } from "@/lib/clients/operations/update-contact";
import { serverAction } from "@/lib/doors/server-action";
import { recordConsent } from "@/lib/privacy/operations/record-consent";
import { requestErasure } from "@/lib/privacy/operations/request-erasure";
import { requestExport } from "@/lib/privacy/operations/request-export";

export const createOwnContactAction = serverAction(createContact);
export const updateOwnContactAction = serverAction(updateContact);
export const deleteOwnContactAction = serverAction(deleteContact);
export const exportOwnDataAction = serverAction(requestExport);
export const requestOwnErasureAction = serverAction(requestErasure);
/** The words are ours, whatever the form says. */
export const recordOwnConsentAction = serverAction(recordConsent, {
  extra: async () => ({ wording: (await getTranslations("clients.privacy"))("consent.wording") }),
});
