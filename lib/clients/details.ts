import "server-only";
import { clientFields, toRule } from "@/lib/clients/custom-fields";
import { GroupNotFound } from "@/lib/clients/errors";
import { readPhone } from "@/lib/clients/phone";
import type { ClientRow } from "@/lib/clients/queries";
import { regionCode, regionsOf } from "@/lib/clients/regions";
import { type Address, addressFields, addressProblems, tidyAddress } from "@/lib/clients/rules/address";
import { changeAnswers } from "@/lib/clients/rules/custom-fields";
import { checkTaxNumber } from "@/lib/clients/tax-number";
import { sql } from "@/lib/core/db/sql";
import { type FieldError, InvalidInput } from "@/lib/core/errors";
import type { Money } from "@/lib/core/money/money";
import type { CommandContext } from "@/lib/core/operation/operation";

type Details = Partial<Omit<ClientRow, "creditLimitMinor" | "customValues">> & {
  creditLimit?: Money | null;
  customValues?: Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * What was given of a client's details, in the form in which it is kept: postal code, region, telephone and tax number in their
 * plain forms, answers merged into those before. `before` is absent for a new client. Only what changes is judged, so that an
 * old client with an odd address can still change its name.
 * Throws InvalidInput, GroupNotFound.
 */
export async function readDetails(context: CommandContext, given: Details, before?: ClientRow) {
  const { creditLimit, customValues, ...rest } = given;
  const country = given.country ?? before?.country ?? "";
  const currency = given.currency ?? before?.currency;
  const address = changedAddress(given, before, country);
  const { phone, problems } = await readPhone(given.phone, country);
  const tax = given.taxNumber ? checkTaxNumber(given.taxNumber, country) : undefined;
  const answers = await changedAnswers(context, customValues, before);

  const all: FieldError[] = [...(address?.problems ?? []), ...problems, ...answers.problems];
  if (tax?.verdict === "wrong")
    all.push({ path: "taxNumber", code: "tax_number", message: "is not a tax number: form or check digits" });
  if (creditLimit && (creditLimit.currency !== currency || creditLimit.minor < 0n))
    all.push({ path: "creditLimit", code: "custom", message: "must be an amount in the client's currency" });
  if (all.length > 0) throw new InvalidInput(all);
  await assertGroup(context, given.groupId);

  return {
    ...rest,
    ...address?.changed,
    ...(given.phone !== undefined && { phone }),
    ...(given.taxNumber !== undefined && { taxNumber: tax?.number ?? null }),
    ...(creditLimit !== undefined && { creditLimitMinor: creditLimit?.minor ?? null }),
    ...(answers.isChanged && { customValues: answers.values }),
  };
}

function changedAddress(given: Details, before: ClientRow | undefined, country: string) {
  const isTouched = given.country !== undefined || addressFields.some((field) => given[field] !== undefined);
  if (!isTouched) return undefined;

  const whole = Object.fromEntries(
    addressFields.map((field) => [
      field,
      (given[field] === undefined ? before?.[field] : given[field]) || null,
    ]),
  ) as Address;
  const address = tidyAddress({ ...whole, region: regionCode(country, whole.region) });
  const codes = regionsOf(country).map(({ code }) => code);
  const isOther =
    before === undefined ||
    country !== before.country ||
    addressFields.some((field) => address[field] !== before[field]);
  return { changed: address, problems: isOther ? addressProblems(country, address, codes) : [] };
}

async function changedAnswers(
  context: CommandContext,
  given: Details["customValues"],
  before: ClientRow | undefined,
) {
  const isChanged = before === undefined || (given !== undefined && Object.keys(given).length > 0);
  if (!isChanged) return { isChanged, values: {}, problems: [] };
  const fields = (await clientFields(context)).map(toRule);
  // Machines create clients without knowing the company's questions; people answer them in the form, which asks for all.
  const asked =
    context.actor.kind === "user" ? fields : fields.map((field) => ({ ...field, isRequired: false }));
  return { isChanged, ...changeAnswers(asked, before?.customValues ?? {}, given ?? {}) };
}

async function assertGroup({ query, tenantId }: CommandContext, groupId: string | null | undefined) {
  if (!groupId) return;
  const [group] = await query(
    sql`select 1 from client_groups where tenant_id = ${tenantId}::uuid and id = ${groupId}::uuid for key share`,
  );
  if (group === undefined) throw new GroupNotFound();
}
