"use server";

import { priceSelectionNow } from "@/lib/catalog/operations/price-selection";
import { serverAction } from "@/lib/doors/server-action";

/** Says whether what was chosen can be had like this, and at what price. */
export const addToCartAction = serverAction(priceSelectionNow);
