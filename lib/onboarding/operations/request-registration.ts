import "server-only";
import { z } from "zod";
import { TakenView, takeRequest } from "@/lib/auth/account-requests";
import { registrationIsOpen } from "@/lib/auth/settings";
import { operation } from "@/lib/core/operation/operation";
import { readSetting } from "@/lib/core/settings/read";
import { emailSchema } from "@/lib/core/text";
import { RegistrationClosed } from "@/lib/onboarding/errors";
import { assertCompanyNamed, personFields } from "@/lib/onboarding/registration-fields";
import { isPlatform } from "@/lib/tenants/is-platform";

export const requestRegistration = operation({
  name: "onboarding.registration.request",
  summary: "Open an account as a client",
  description:
    "The next step comes by mail: how to confirm the address, or, where there is an account already, how to get in. The answer here is the same for both.",
  audience: ["visitor"],
  input: z.strictObject({
    ...personFields,
    email: emailSchema,
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
  async run(context, { email, ...given }) {
    const isOpen = (await readSetting(context, registrationIsOpen)) && !(await isPlatform(context.tenantId));
    if (!isOpen) throw new RegistrationClosed();
    const { acceptsTerms: _, ...person } = assertCompanyNamed(given);
    const data = { ...person, termsAcceptedAt: context.now.toISOString() };
    return takeRequest(context, email, { kind: "registration", data });
  },
});
