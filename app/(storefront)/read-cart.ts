import "server-only";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { Refusal } from "@/lib/core/errors";
import { perform } from "@/lib/core/operation/run";
import type { languages } from "@/lib/core/text";
import { getCart } from "@/lib/orders/operations/get-cart";
import type { CartView } from "@/lib/orders/schema";
import { currentBuyer } from "./buyer";
import { cartToken } from "./cart-cookie";

type Place = {
  country?: string | null;
  region?: string | null;
  kind?: "PERSON" | "COMPANY";
  taxNumber?: string | null;
};

/** This browser's cart by the prices of now, in wire form; undefined when there is none, or its time is over. */
export async function readCartWire(place: Place = {}): Promise<z.input<typeof CartView> | undefined> {
  const token = await cartToken();
  if (token === undefined) return undefined;
  const language = (await getLocale()) as (typeof languages)[number];
  try {
    const actor = await currentBuyer();
    return (await perform(getCart, { token, language, ...place }, { actor })).wire;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
