import type { CatalogStatus } from "@/lib/catalog/rules/offer";
import type { Tones } from "@/lib/ui/tone";

export const catalogTones: Tones<CatalogStatus> = {
  DRAFT: "neutral",
  ACTIVE: "positive",
  HIDDEN: "info",
  RETIRED: "neutral",
};
