"use server";

import { serverAction } from "@/lib/doors/server-action";
import { removeSuppression } from "@/lib/mail/operations/remove-suppression";
import { revealMessage } from "@/lib/mail/operations/reveal-message";
import { sendAgain } from "@/lib/mail/operations/send-again";

export const sendAgainAction = serverAction(sendAgain);
export const revealMessageAction = serverAction(revealMessage);
export const removeSuppressionAction = serverAction(removeSuppression);
