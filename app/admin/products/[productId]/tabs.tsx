import "server-only";
import type { ReactNode } from "react";
import type { Page } from "@/app/guarded-page";
import type { WholeProduct } from "@/lib/catalog/operations/get-product";
import { addonsTab } from "./addons-tab";
import { detailsTab } from "./details-tab";
import { optionsTab, questionsTab } from "./parts-tabs";
import { plansTab } from "./plans-tab";

export type Company = { language: string; currency: string };

type Tab = {
  name: "plans" | "options" | "questions" | "addons" | "details";
  count?: (product: WholeProduct) => number;
  render: (page: Page, product: WholeProduct, company: Company) => Promise<ReactNode>;
};

/** Parts of a product's page, the first by itself. */
export const tabs: readonly Tab[] = [
  { name: "plans", count: ({ plans }) => plans.length, render: plansTab },
  { name: "options", count: ({ options }) => options.length, render: optionsTab },
  { name: "questions", count: ({ fields }) => fields.length, render: questionsTab },
  { name: "addons", count: ({ addonIds }) => addonIds.length, render: addonsTab },
  { name: "details", render: detailsTab },
];
