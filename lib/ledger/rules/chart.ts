import type { AccountType } from "@/lib/ledger/rules/account-type";

type ChartAccount = { readonly code: string; readonly name: string; readonly type: AccountType };

const account = (code: string, name: string, type: AccountType): ChartAccount => ({ code, name, type });

/**
 * The accounts that the product itself posts to, by what they are for. Every company gets them at set-up; it may rename them
 * and add its own. Codes follow the usual order: 1 assets, 2 liabilities, 3 equity, 4 income, 5 cost of services, 6 other
 * expenses, 7 results of exchange and rounding.
 */
export const chart = {
  bank: account("1000", "Bank", "ASSET"),
  cash: account("1010", "Cash", "ASSET"),
  /** Money that a gateway has captured and not yet paid out. */
  gatewayClearing: account("1050", "Payment gateways, clearing", "ASSET"),
  /** Per client: what is invoiced and not yet paid. */
  receivables: account("1200", "Accounts receivable", "ASSET"),
  /** Per client: disputed payments that a bank has taken back for now. */
  disputes: account("1210", "Disputed payments", "ASSET"),
  inputTax: account("1300", "Input tax", "ASSET"),
  /** Paid to registrars and suppliers ahead of use. */
  prepaidExpenses: account("1400", "Prepaid expenses", "ASSET"),

  payables: account("2000", "Accounts payable", "LIABILITY"),
  taxPayable: account("2100", "Tax payable", "LIABILITY"),
  withholdingTax: account("2110", "Withholding tax", "LIABILITY"),
  /** Per client: prepaid money and credit notes that no invoice has used yet. */
  clientCredit: account("2200", "Client credit", "LIABILITY"),
  /** Invoiced for periods that are still to come. */
  deferredRevenue: account("2300", "Deferred revenue", "LIABILITY"),
  commissionsPayable: account("2400", "Commissions payable", "LIABILITY"),

  equity: account("3000", "Owner's equity", "EQUITY"),
  retainedEarnings: account("3100", "Retained earnings", "EQUITY"),

  hostingIncome: account("4000", "Hosting", "INCOME"),
  domainIncome: account("4010", "Domains", "INCOME"),
  certificateIncome: account("4020", "Certificates", "INCOME"),
  licenseIncome: account("4030", "Licences", "INCOME"),
  serviceIncome: account("4040", "Services and support", "INCOME"),
  setupIncome: account("4050", "Set-up fees", "INCOME"),
  otherIncome: account("4090", "Other income", "INCOME"),
  lateFees: account("4100", "Late fees", "INCOME"),
  /** Kept apart from income so that discounts stay visible; its normal balance is a debit. */
  discounts: account("4900", "Discounts", "INCOME"),
  promotionalCredit: account("4910", "Promotional credit", "INCOME"),

  registrarCosts: account("5000", "Domain registrations", "EXPENSE"),
  certificateCosts: account("5010", "Certificates bought", "EXPENSE"),
  licenseCosts: account("5020", "Licences bought", "EXPENSE"),
  infrastructureCosts: account("5030", "Servers and network", "EXPENSE"),

  gatewayFees: account("6000", "Payment gateway fees", "EXPENSE"),
  disputeFees: account("6010", "Dispute fees", "EXPENSE"),
  badDebt: account("6100", "Bad debt", "EXPENSE"),
  commissions: account("6200", "Commissions", "EXPENSE"),

  exchangeGain: account("7000", "Exchange gain", "INCOME"),
  exchangeLoss: account("7010", "Exchange loss", "EXPENSE"),
  /** What is left by rules outside our rounding: cash amounts, a gateway's own conversion. */
  rounding: account("7100", "Rounding", "EXPENSE"),
} as const satisfies Record<string, ChartAccount>;

export const chartAccounts: readonly ChartAccount[] = Object.values(chart);
