"use server";

import { serverAction } from "@/lib/doors/server-action";
import { checkPayment } from "@/lib/payments/operations/check-payment";

export const checkPaymentAction = serverAction(checkPayment);
