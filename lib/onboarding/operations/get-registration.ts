import "server-only";
import { z } from "zod";
import { registrationIsOpen, signInByLink } from "@/lib/auth/settings";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { readSettings } from "@/lib/core/settings/read";
import { isPlatform } from "@/lib/tenants/is-platform";

type Company = { country: string; currency: string; termsUrl: string | null; privacyUrl: string | null };

export const getRegistration = query({
  name: "onboarding.registration.view",
  summary: "Read how visitors get in",
  description: "Whether they may open an account, sign in by a link, and which terms they agree to.",
  audience: ["visitor"],
  input: z.strictObject({}),
  output: z
    .object({
      isOpen: z.boolean(),
      hasSignInLinks: z.boolean(),
      country: z.string(),
      currency: z.string(),
      termsUrl: z.string().nullable(),
      privacyUrl: z.string().nullable(),
    })
    .meta({ id: "WaysIn" }),
  example: {
    input: {},
    output: {
      isOpen: true,
      hasSignInLinks: true,
      country: "DE",
      currency: "EUR",
      termsUrl: "https://northwind.example/terms",
      privacyUrl: null,
    },
  },
  async run(context) {
    const settings = await readSettings(context, {
      isOpen: registrationIsOpen,
      hasSignInLinks: signInByLink,
    });
    const [company] = await context.query<Company>(sql`
      select country, currency, terms_url as "termsUrl", privacy_url as "privacyUrl" from tenants
      where id = ${context.tenantId}::uuid`);
    if (company === undefined) throw new Error("A visitor is always at some company.");
    // The platform has no clients who could open an account.
    const isOpen = settings.isOpen && !(await isPlatform(context.tenantId));
    return { ...settings, ...company, isOpen };
  },
});
