import { addressOf } from "./demo-address";
import type { DemoClient } from "./demo-clients";

type Region = {
  places: readonly (readonly [country: string, currency: string])[];
  language: DemoClient["language"];
  given: string;
  family: string;
  /** What a company is called after its owner's family name; the first is nobody's. */
  trades: readonly string[];
};

const regions: readonly Region[] = [
  {
    places: [
      ["DE", "EUR"],
      ["AT", "EUR"],
      ["CH", "CHF"],
    ],
    language: "de",
    given: "Anna Ben Clara David Eva Felix Greta Henrik Ida Jakob",
    family: "Albrecht Brandt Conrad Dietz Engel Falk Graf Herzog Jansen Krüger Lorenz Maurer Neumann Otto",
    trades: ["", "Verlag", "Werkstatt GmbH", "Gärtnerei", "Beratung UG"],
  },
  {
    places: [
      ["GB", "GBP"],
      ["IE", "EUR"],
      ["US", "USD"],
    ],
    language: "en",
    given: "Alice Brian Claire Dylan Ella Frank Grace Harry Isla Jack",
    family: "Atkins Brooks Coleman Dawson Ellis Fletcher Grant Holmes Jarvis Knight Lawson Mercer",
    trades: ["", "Books Ltd", "Joinery", "Coffee Co.", "Partners LLP"],
  },
  {
    places: [
      ["FR", "EUR"],
      ["ES", "EUR"],
      ["IT", "EUR"],
      ["PT", "EUR"],
    ],
    language: null,
    given: "Alba Bruno Carla Diego Elena Fabio Gaia Inés Jules Lucía",
    family: "Amaral Blanc Costa Durand Esposito Ferrer Girard Lopes Marchetti Navarro Ortega Perrin",
    trades: ["", "Studio", "& Filhos", "Viaggi S.r.l.", "Conseil SARL"],
  },
];

/** Further clients, each by another name, until there are `count`. */
export function furtherClients(count: number): DemoClient[] {
  const made = regions.flatMap(({ places, language, given, family, trades }, region) =>
    family.split(" ").flatMap((last, row) =>
      given.split(" ").map((first, column) => {
        const at = row * 10 + column;
        const [country, currency] = places[(at + region) % places.length] as readonly [string, string];
        const trade = trades[(row * 3 + column) % trades.length] ?? "";
        const name = `${first} ${last}`;
        const companyName = trade === "" ? null : `${last} ${trade}`;
        return { name, companyName, email: addressOf(name, country), country, currency, language, at };
      }),
    ),
  );
  // The regions by turns, as people come.
  made.sort((a, b) => a.at - b.at);
  return made.slice(0, count).map(({ at: _, ...client }) => client);
}
