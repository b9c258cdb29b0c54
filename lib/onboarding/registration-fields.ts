import { z } from "zod";
import { InvalidInput } from "@/lib/core/errors";
import { currencySchema } from "@/lib/core/money/schema";
import { countrySchema, languageSchema, lineSchema } from "@/lib/core/text";

/** What somebody says of themselves who opens an account, beside the address. */
export const personFields = {
  name: lineSchema(120),
  kind: z.enum(["PERSON", "COMPANY"]).default("PERSON"),
  companyName: lineSchema(160).nullable().default(null),
  country: countrySchema,
  currency: currencySchema,
  language: languageSchema,
  acceptsTerms: z.literal(true, "is needed"),
};

const Person = z.object(personFields);
export type RegisteredPerson = Omit<z.output<typeof Person>, "acceptsTerms">;

/** The same, with a company's name for companies and none for people. Throws InvalidInput where it is missing. */
export function assertCompanyNamed<Given extends Pick<RegisteredPerson, "kind" | "companyName">>(
  given: Given,
): Given {
  if (given.kind === "COMPANY" && given.companyName === null) {
    throw new InvalidInput([{ path: "companyName", code: "too_small", message: "is missing" }]);
  }
  return { ...given, companyName: given.kind === "COMPANY" ? given.companyName : null };
}
