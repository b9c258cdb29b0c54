import "server-only";
import { z } from "zod";
import { regionsOf } from "@/lib/clients/regions";
import { addressParts, addressRules, postalNames, regionNames } from "@/lib/clients/rules/countries";
import { query } from "@/lib/core/operation/operation";
import { countrySchema } from "@/lib/core/text";

export const AddressFormView = z
  .object({
    country: z.string(),
    parts: z.array(z.object({ part: z.enum(["city", "region", "postalCode"]), isRequired: z.boolean() })),
    regionName: z
      .enum(regionNames)
      .nullable()
      .meta({ description: "What the region is called; null where there is none." }),
    postalName: z.enum(postalNames),
    postalPattern: z
      .string()
      .nullable()
      .meta({ description: "Regular expression for the whole postal code." }),
    postalExample: z.string().nullable(),
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: "AddressForm" });

export const getAddressForm = query({
  name: "clients.addressForm.get",
  summary: "Read how a country writes addresses",
  audience: ["visitor", "client", "staff"],
  input: z.strictObject({ country: countrySchema }),
  output: AddressFormView,
  http: { method: "GET", path: "/countries/{country}/address-form" },
  example: {
    input: { country: "DE" },
    output: {
      country: "DE",
      parts: [
        { part: "postalCode", isRequired: true },
        { part: "city", isRequired: true },
      ],
      regionName: null,
      postalName: "postalCode",
      postalPattern: "\\d{5}",
      postalExample: "10115",
      regions: [],
    },
  },
  async run(_context, { country }) {
    const { region, postal, pattern, example } = addressRules(country);
    return {
      country,
      parts: addressParts(country),
      regionName: region ?? null,
      postalName: postal ?? "postalCode",
      postalPattern: pattern ?? null,
      postalExample: example ?? null,
      regions: [...regionsOf(country)],
    };
  },
});
