"use server";

import { serverAction } from "@/lib/doors/server-action";
import { createAccount } from "@/lib/ledger/operations/create-account";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";

export const createAccountAction = serverAction(createAccount);
export const postEntryAction = serverAction(postEntry);
export const reverseEntryAction = serverAction(reverseEntry);
