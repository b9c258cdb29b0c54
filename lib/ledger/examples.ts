import type { z } from "zod";
import { exampleClient } from "@/lib/clients/examples";
import type { AccountView, BalanceView, EntryView, PostEntryInput } from "@/lib/ledger/schema";

/** What the API reference shows: a client pays 119.00 euro into the bank. */
const at = "2026-04-01T09:00:00.000Z";
const amount = { minor: 11900, currency: "EUR" } as const;
const nothing = { minor: 0, currency: "EUR" } as const;
const bank = { accountId: "01932f3a-7c00-7000-8000-000000000201", accountCode: "1000", accountName: "Bank" };
const receivables = {
  accountId: "01932f3a-7c00-7000-8000-000000000202",
  accountCode: "1200",
  accountName: "Accounts receivable",
};

export const exampleAccount: z.input<typeof AccountView> = {
  id: bank.accountId,
  code: bank.accountCode,
  name: bank.accountName,
  type: "ASSET",
  version: 1,
  createdAt: at,
  updatedAt: at,
};

export const examplePosting: z.input<typeof PostEntryInput> = {
  day: "2026-04-01",
  description: "Bank transfer 4711",
  lines: [
    { accountCode: bank.accountCode, side: "DEBIT", amount },
    { accountCode: receivables.accountCode, side: "CREDIT", amount, clientId: exampleClient.id },
  ],
};

export const exampleEntry: z.input<typeof EntryView> = {
  id: "01932f3a-7c00-7000-8000-000000000210",
  day: examplePosting.day,
  description: examplePosting.description,
  source: { kind: "manual", id: null },
  reversesId: null,
  reversedById: null,
  postedAt: at,
  lines: [
    { ...bank, clientId: null, side: "DEBIT", amount },
    { ...receivables, clientId: exampleClient.id, side: "CREDIT", amount },
  ],
};

export const exampleReversal: z.input<typeof EntryView> = {
  ...exampleEntry,
  id: "01932f3a-7c00-7000-8000-000000000211",
  day: "2026-04-02",
  description: "Transfer was for another company",
  reversesId: exampleEntry.id,
  lines: [
    { ...bank, clientId: null, side: "CREDIT", amount },
    { ...receivables, clientId: exampleClient.id, side: "DEBIT", amount },
  ],
};

export const exampleBalance: z.input<typeof BalanceView> = {
  ...bank,
  accountType: "ASSET",
  clientId: null,
  currency: "EUR",
  debit: amount,
  credit: nothing,
  net: amount,
  balance: amount,
};
