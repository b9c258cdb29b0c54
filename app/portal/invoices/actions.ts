"use server";

import { serverAction } from "@/lib/doors/server-action";
import { beginPayment } from "@/lib/payments/operations/begin-payment";

export const beginPaymentAction = serverAction(beginPayment);
