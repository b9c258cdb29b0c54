import "server-only";
import { z } from "zod";
import { TakenView, takeRequest } from "@/lib/auth/account-requests";
import { registrationIsOpen } from "@/lib/auth/settings";
import { InvalidInput } from "@/lib/core/errors";
import { currencySchema } from "@/lib/core/money/schema";
import { operation } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { countrySchema, emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { RegistrationClosed } from "@/lib/onboarding/errors";
import { isPlatform } from "@/lib/tenants/is-platform";

export const requestRegistration = operation({
  name: "onboarding.registration.request",
  summary: "Open an account as a client",
  description:
    "The next step comes by mail: how to confirm the address, or, where there is an account already, how to get in. The answer here is the same for both.",
  audience: ["visitor"],
  input: z.strictObject({
    name: lineSchema(120),
    email: emailSchema,
    kind: z.enum(["PERSON", "COMPANY"]).default("PERSON"),
    companyName: lineSchema(160).nullable().default(null),
    country: countrySchema,
    currency: currencySchema,
    language: languageSchema,
    acceptsTerms: z.literal(true, "is needed"),
  }),
  output: TakenView,
  example: {
    input: {
      name: "Ada Lovelace",
      email: "ada@example.com",
      kind: "COMPANY",
      companyName: "Analytical Engines Ltd",
      country: "GB",
      currency: "GBP",
      language: "en",
      acceptsTerms: true,
    },
    output: { isTaken: true },
  },
  refusals: ["onboarding.registration_closed"],
  async run(context, { email, acceptsTerms: _, ...person }) {
    const isOpen = (await readSetting(context, registrationIsOpen)) && !(await isPlatform(context.tenantId));
    if (!isOpen) throw new RegistrationClosed();
    if (person.kind === "COMPANY" && person.companyName === null) {
      throw new InvalidInput([{ path: "companyName", code: "too_small", message: "is missing" }]);
    }

    const companyName = person.kind === "COMPANY" ? person.companyName : null;
    const data = { ...person, companyName, termsAcceptedAt: context.now.toISOString() };
    return takeRequest(context, email, { kind: "registration", data });
  },
});
