import type { z } from "zod";
import type { CartView } from "@/lib/orders/schema";

/** A cart as pages hand it to components: in wire form, since bigint does not cross. */
export type Cart = z.input<typeof CartView>;
export type CartItem = Cart["items"][number];
export type Sums = Cart["sums"];
