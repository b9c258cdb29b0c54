"use server";

import { serverAction } from "@/lib/doors/server-action";
import { previewTemplate } from "@/lib/mail/operations/preview-template";
import { resetTemplate } from "@/lib/mail/operations/reset-template";
import { sendTest } from "@/lib/mail/operations/send-test";
import { updateSettings } from "@/lib/mail/operations/update-settings";
import { updateTemplate } from "@/lib/mail/operations/update-template";

export const updateSettingsAction = serverAction(updateSettings);
export const sendTestAction = serverAction(sendTest);
export const updateTemplateAction = serverAction(updateTemplate);
export const resetTemplateAction = serverAction(resetTemplate);
export const previewTemplateAction = serverAction(previewTemplate);
