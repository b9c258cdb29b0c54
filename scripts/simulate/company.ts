import type { z } from "zod";
import { createClient } from "@/lib/clients/operations/create-client";
import { allocate } from "@/lib/core/money/allocate";
import { percent } from "@/lib/core/money/fraction";
import { add, type Money, money, multiply, subtract, sum } from "@/lib/core/money/money";
import type { Actor } from "@/lib/core/operation/actor";
import type { Operation } from "@/lib/core/operation/operation";
import { run } from "@/lib/core/operation/run";
import type { CalendarDate } from "@/lib/core/time/calendar-date";
import { postEntry } from "@/lib/ledger/operations/post-entry";
import { reverseEntry } from "@/lib/ledger/operations/reverse-entry";
import { chart } from "@/lib/ledger/rules/chart";
import { credit, debit, type EntryLine, sideOf } from "@/lib/ledger/rules/entry";
import type { Clock } from "./clock";

export const currencies = ["EUR", "USD", "GBP", "JPY"] as const;
export type SimulatedCurrency = (typeof currencies)[number];

const incomes = [chart.hostingIncome, chart.domainIncome, chart.serviceIncome] as const;
const taxRate = percent("19");
const feeRate = percent("2.9");

/** What was charged, and what of it is still open. */
export type Charge = {
  entryId: string;
  day: CalendarDate;
  income: string;
  net: Money;
  tax: Money;
  open: Money;
  isRefunded: boolean;
};

export type SimulatedClient = {
  id: string;
  number: bigint;
  currency: SimulatedCurrency;
  /** First day; charges fall on the same day of each month. */
  anchor: CalendarDate;
  /** Net price of a month. */
  price: Money;
  charges: Charge[];
  /** Prepaid and goodwill money that no charge has used yet. */
  credit: Money;
};

/**
 * A hosting company at work. Every act runs an operation, and is remembered here in a second, independent way: what each
 * client owes and holds should be in the books too.
 */
export class Company {
  readonly clients: SimulatedClient[] = [];
  operations = 0;

  constructor(
    readonly actor: Actor,
    private readonly clock: Clock,
  ) {}

  async signUp(currency: SimulatedCurrency, price: bigint): Promise<void> {
    const n = this.clients.length + 1;
    const input = {
      name: `Client ${n}`,
      email: `client-${n}@example.com`,
      country: "DE",
      currency,
    };
    const { id, number } = await this.run(createClient, input);
    const anchor = this.clock.today;
    const nothing = money(0n, currency);
    this.clients.push({
      id,
      number,
      currency,
      anchor,
      price: money(price, currency),
      charges: [],
      credit: nothing,
    });
  }

  async charge(client: SimulatedClient, kind: number, net: Money): Promise<Charge> {
    const income = (incomes[kind % incomes.length] ?? chart.otherIncome).code;
    const tax = multiply(net, taxRate);
    const total = add(net, tax);
    const entryId = await this.post("Charge for the month", [
      debit(chart.receivables.code, total, client.id),
      credit(income, net),
      ...(tax.minor > 0n ? [credit(chart.taxPayable.code, tax)] : []),
    ]);
    const charge = { entryId, day: this.clock.today, income, net, tax, open: total, isRefunded: false };
    client.charges.push(charge);
    return charge;
  }

  /** For a charge of which nothing is paid yet. */
  async takeBack(client: SimulatedClient, charge: Charge): Promise<void> {
    await this.run(reverseEntry, { entryId: charge.entryId, day: this.clock.today });
    client.charges.splice(client.charges.indexOf(charge), 1);
  }

  /** Pays towards a charge; what goes beyond it becomes the client's credit. The gateway keeps its fee. */
  async pay(client: SimulatedClient, charge: Charge, amount: Money): Promise<void> {
    const settled = amount.minor < charge.open.minor ? amount : charge.open;
    const beyond = subtract(amount, settled);
    const fee = multiply(amount, feeRate);
    await this.post("Payment", [
      debit(chart.bank.code, subtract(amount, fee)),
      ...(fee.minor > 0n ? [debit(chart.gatewayFees.code, fee)] : []),
      credit(chart.receivables.code, settled, client.id),
      ...(beyond.minor > 0n ? [credit(chart.clientCredit.code, beyond, client.id)] : []),
    ]);
    charge.open = subtract(charge.open, settled);
    client.credit = add(client.credit, beyond);
  }

  async giveCredit(client: SimulatedClient, amount: Money): Promise<void> {
    await this.post("Goodwill", [
      debit(chart.promotionalCredit.code, amount),
      credit(chart.clientCredit.code, amount, client.id),
    ]);
    client.credit = add(client.credit, amount);
  }

  async applyCredit(client: SimulatedClient, charge: Charge): Promise<void> {
    const amount = client.credit.minor < charge.open.minor ? client.credit : charge.open;
    await this.post("Credit used", [
      debit(chart.clientCredit.code, amount, client.id),
      credit(chart.receivables.code, amount, client.id),
    ]);
    client.credit = subtract(client.credit, amount);
    charge.open = subtract(charge.open, amount);
  }

  /** For a charge that is paid: the money goes back, income and tax are taken back. */
  async refund(charge: Charge): Promise<void> {
    await this.post("Refund", [
      debit(charge.income, charge.net),
      ...(charge.tax.minor > 0n ? [debit(chart.taxPayable.code, charge.tax)] : []),
      credit(chart.bank.code, add(charge.net, charge.tax)),
    ]);
    charge.isRefunded = true;
  }

  /** Gives up what is still open, with the part of tax that was in it. */
  async writeOff(client: SimulatedClient, charge: Charge): Promise<void> {
    const parts = allocate(charge.open, [charge.net.minor, charge.tax.minor]);
    const codes = [chart.badDebt.code, chart.taxPayable.code];
    await this.post("Written off", [
      ...parts.flatMap((part, at) => (part.minor > 0n ? [debit(codes[at] ?? "", part)] : [])),
      credit(chart.receivables.code, charge.open, client.id),
    ]);
    charge.open = money(0n, client.currency);
  }

  /** What a client owes by our own reckoning. */
  owedBy({ charges, currency }: SimulatedClient): Money {
    return sum(
      charges.map(({ open }) => open),
      currency,
    );
  }

  private async post(description: string, lines: readonly EntryLine[]): Promise<string> {
    const input = {
      day: this.clock.today,
      description,
      lines: lines.map(({ accountCode, clientId, amount }) => {
        const { side, amount: positive } = sideOf(amount);
        const wire = { minor: Number(positive.minor), currency: positive.currency };
        return { accountCode, side, amount: wire, ...(clientId !== undefined && { clientId }) };
      }),
    };
    return (await this.run(postEntry, input)).id;
  }

  private run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>> {
    this.operations += 1;
    return run(operation, input, { actor: this.actor, now: this.clock.now() });
  }
}
