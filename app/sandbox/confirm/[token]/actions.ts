"use server";

import { serverAction } from "@/lib/doors/server-action";
import { answerConfirmation } from "@/lib/payments/operations/answer-confirmation";
import { payerOf } from "./payer";

/** The bank's page knows no session: whoever has its link answers. */
export const answerConfirmationAction = serverAction(answerConfirmation, { actor: payerOf });
