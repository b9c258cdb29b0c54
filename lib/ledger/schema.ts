import { z } from "zod";
import { idSchema } from "@/lib/core/ids";
import { currencySchema, moneySchema } from "@/lib/core/money/schema";
import { lineSchema } from "@/lib/core/text";
import { calendarDateSchema, instantSchema } from "@/lib/core/time/schema";
import { accountTypes, sides } from "@/lib/ledger/rules/account-type";

export const accountCodeSchema = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,19}$/, "must be 1 to 20 capital letters, digits, dots or dashes")
  .meta({ description: "Code of an account, unique in the company's chart.", examples: ["1200"] });

export const AccountView = z
  .object({
    id: idSchema,
    code: z.string(),
    name: z.string(),
    type: z.enum(accountTypes),
    version: z.number().int().meta({ description: "Send it back with a change; a stale one is refused." }),
    createdAt: instantSchema,
    updatedAt: instantSchema,
  })
  .meta({ id: "LedgerAccount" });

export const CreateAccountInput = z.strictObject({
  code: accountCodeSchema,
  name: lineSchema(120),
  type: z.enum(accountTypes),
});

export const UpdateAccountInput = z.strictObject({
  accountId: idSchema,
  version: z.number().int().min(1),
  name: lineSchema(120),
});

const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n, {
  path: ["minor"],
  error: "must be above zero; the side says whether it is a debit or a credit",
});

export const JournalLineInput = z
  .strictObject({
    accountCode: accountCodeSchema,
    side: z.enum(sides),
    amount: positiveMoney,
    clientId: idSchema.optional().meta({ description: "The client whom the line concerns, if any." }),
  })
  .meta({ id: "JournalLineInput" });

export const PostEntryInput = z.strictObject({
  day: calendarDateSchema.meta({ description: "The day on which the books show it." }),
  description: lineSchema(200),
  lines: z
    .array(JournalLineInput)
    .min(2)
    .max(200)
    .meta({ description: "Debits and credits must be equal in each currency." }),
});

export const EntryReference = z.strictObject({ entryId: idSchema });

export const ReverseEntryInput = z.strictObject({
  entryId: idSchema,
  day: calendarDateSchema.optional().meta({ description: "Day of the reversal; today when left out." }),
  description: lineSchema(200).optional(),
});

export const JournalLineView = z
  .object({
    accountId: idSchema,
    accountCode: z.string(),
    accountName: z.string(),
    clientId: idSchema.nullable(),
    side: z.enum(sides),
    amount: moneySchema,
  })
  .meta({ id: "JournalLine" });

export const EntryView = z
  .object({
    id: idSchema,
    day: calendarDateSchema,
    description: z.string(),
    source: z
      .object({ kind: z.string(), id: idSchema.nullable() })
      .meta({ description: "The document that made the entry; kind `manual` for one posted by hand." }),
    reversesId: idSchema.nullable().meta({ description: "The entry that this one takes back." }),
    reversedById: idSchema.nullable().meta({ description: "The entry that took this one back." }),
    postedAt: instantSchema,
    lines: z.array(JournalLineView),
  })
  .meta({ id: "JournalEntry" });

export const BalanceView = z
  .object({
    accountId: idSchema,
    accountCode: z.string(),
    accountName: z.string(),
    accountType: z.enum(accountTypes),
    clientId: idSchema
      .nullable()
      .meta({ description: "Null for lines of no client, and in sums by account." }),
    currency: currencySchema,
    debit: moneySchema,
    credit: moneySchema,
    net: moneySchema.meta({ description: "Debit less credit: over all accounts of a currency it is zero." }),
    balance: moneySchema.meta({
      description: "On the side where the account grows: money in the bank and tax owed are both positive.",
    }),
  })
  .meta({ id: "LedgerBalance" });
