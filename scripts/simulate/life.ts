import { percent } from "@/lib/core/money/fraction";
import { money, multiply } from "@/lib/core/money/money";
import { addMonths, type CalendarDate, daysBetween } from "@/lib/core/time/calendar-date";
import { type Charge, type Company, currencies, type SimulatedClient } from "./company";
import type { Random } from "./random";

const patienceDays = 90;
const half = percent("50");

/** Days on which each client comes, drawn beforehand: half in the first month, the rest spread over the others. */
export function drawArrivals(chance: Random, clients: number, days: number): number[] {
  const arrivals = Array.from({ length: clients }, () =>
    chance.percent(50) ? chance.integer(0, Math.min(days, 28) - 1) : chance.integer(0, days - 1),
  );
  return arrivals.sort((one, other) => one - other);
}

/** One day of the company: people come, are charged, pay, complain and disappear. */
export async function liveThrough(
  company: Company,
  chance: Random,
  today: CalendarDate,
  arriving: number,
): Promise<void> {
  for (let n = 0; n < arriving; n += 1) {
    await company.signUp(chance.pick(currencies), BigInt(chance.integer(199, 99_999)));
  }
  for (const client of company.clients) {
    if (isBilledOn(client, today)) await bill(company, chance, client);
    // A copy: a charge that is taken back leaves the list.
    for (const charge of [...client.charges]) await follow(company, chance, client, charge, today);
    if (chance.percent(0.2))
      await company.giveCredit(client, money(BigInt(chance.integer(1, 500)), client.currency));
  }
}

function isBilledOn({ anchor }: SimulatedClient, today: CalendarDate): boolean {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  const first = Number(anchor.slice(0, 4)) * 12 + Number(anchor.slice(5, 7));
  return addMonths(anchor, months - first) === today;
}

async function bill(company: Company, chance: Random, client: SimulatedClient): Promise<void> {
  const charge = await company.charge(client, chance.integer(0, 2), client.price);
  if (chance.percent(3)) {
    // The price was wrong: taken back, and charged again.
    await company.takeBack(client, charge);
    await company.charge(client, 0, money(client.price.minor + 1n, client.currency));
  }
}

async function follow(
  company: Company,
  chance: Random,
  client: SimulatedClient,
  charge: Charge,
  today: CalendarDate,
): Promise<void> {
  if (charge.open.minor === 0n) {
    if (!charge.isRefunded && chance.percent(0.05)) await company.refund(charge);
    return;
  }
  if (client.credit.minor > 0n) return company.applyCredit(client, charge);
  if (daysBetween(charge.day, today) > patienceDays) return company.writeOff(client, charge);
  if (chance.percent(10)) return company.pay(client, charge, charge.open);
  if (chance.percent(1)) return company.pay(client, charge, multiply(charge.open, half));
  if (chance.percent(0.5)) {
    return company.pay(
      client,
      charge,
      money(charge.open.minor + BigInt(chance.integer(1, 1_000)), client.currency),
    );
  }
}
