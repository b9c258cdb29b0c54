"use server";

import { addTaxPreset } from "@/lib/billing/operations/add-tax-preset";
import { createTaxRule } from "@/lib/billing/operations/create-tax-rule";
import { deleteTaxRule } from "@/lib/billing/operations/delete-tax-rule";
import { updateTaxRule } from "@/lib/billing/operations/update-tax-rule";
import { serverAction } from "@/lib/doors/server-action";

export const createTaxRuleAction = serverAction(createTaxRule);
export const updateTaxRuleAction = serverAction(updateTaxRule);
export const deleteTaxRuleAction = serverAction(deleteTaxRule);
export const addTaxPresetAction = serverAction(addTaxPreset);
