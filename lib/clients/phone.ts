import "server-only";
import type { CountryCode } from "libphonenumber-js";
import type { FieldError } from "@/lib/core/errors";

/** Loaded when a number is first given: the numbering plans of all countries are large. */
const library = () => import("libphonenumber-js/min");

/** A number as it is kept, in the international form without spaces (E.164), or what is wrong with it. */
export async function readPhone(
  typed: string | null | undefined,
  country: string,
): Promise<{ phone: string | null | undefined; problems: FieldError[] }> {
  if (!typed) return { phone: typed === "" ? null : typed, problems: [] };

  const { parsePhoneNumberFromString } = await library();
  const parsed = parsePhoneNumberFromString(typed, country as CountryCode);
  if (parsed?.isPossible()) return { phone: parsed.number, problems: [] };
  return {
    phone: typed,
    problems: [{ path: "phone", code: "phone", message: "is not a telephone number of this country" }],
  };
}

/** As people read it: "+49 30 901820". */
export async function printPhone(phone: string): Promise<string> {
  const { parsePhoneNumberFromString } = await library();
  return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
}
