import { addressOf } from "./demo-address";

/** Forty clients of a demonstration company: [person, company or empty, country, currency, language or empty]. */
const lines = `
Amelie Fischer|Fischer Feinkost GmbH|DE|EUR|de
Jonas Wagner|Wagner Holzbau|DE|EUR|de
Lena Hoffmann||DE|EUR|de
Mateo García|Estudio García S.L.|ES|EUR|
Chloé Laurent|Atelier Laurent|FR|EUR|
Hugo Moreau||FR|EUR|
Giulia Romano|Trattoria Romano S.r.l.|IT|EUR|
Luca Bianchi||IT|EUR|
Sanne de Vries|De Vries Fietsen B.V.|NL|EUR|
Daan Bakker||NL|EUR|
Freja Nielsen|Nielsen Arkitekter ApS|DK|EUR|
Oskar Lindqvist|Lindqvist Foto AB|SE|EUR|
Ingrid Haugen|Haugen Regnskap AS|NO|EUR|
Aino Korhonen|Korhonen Design Oy|FI|EUR|
Zofia Kowalska|Kowalska Kancelaria|PL|EUR|
Jakub Nowak||PL|EUR|
Tereza Dvořáková|Květiny Dvořáková|CZ|EUR|
Bence Szabó|Szabó Nyomda Kft.|HU|EUR|
Ioana Popescu|Popescu Consulting SRL|RO|EUR|
Eleni Papadopoulou|Papadopoulou Travel|GR|EUR|
Emily Carter|Carter & Sons Ltd|GB|GBP|en
Oliver Hughes|Hughes Brewing Co.|GB|GBP|en
Aoife Byrne|Byrne Pottery|IE|EUR|en
Noah Anderson|Anderson Outdoor LLC|US|USD|en
Sophia Martinez|Martinez Realty Inc.|US|USD|en
Liam Tremblay|Tremblay Média inc.|CA|USD|en
Olivia Thompson|Thompson Surf Pty Ltd|AU|USD|en
Mia Keller|Keller Treuhand AG|CH|CHF|de
Lukas Huber|Huber Sennerei|AT|EUR|de
Omar Al-Farsi|Al-Farsi Trading LLC|AE|AED|ar
Layla Haddad|Haddad Boutique|JO|USD|ar
Yousef Al-Kandari|Al-Kandari Holding|KW|KWD|ar
Nour El-Sayed|El-Sayed Clinic|EG|USD|ar
Salma Benali|Riad Benali|MA|USD|ar
Priya Sharma|Sharma Textiles Pvt Ltd|IN|USD|en
Haruto Tanaka|Tanaka Ceramics K.K.|JP|JPY|en
Seo-yeon Kim|Kim Studio|KR|USD|en
Camila Rojas|Rojas Vinos SpA|CL|USD|
Thabo Mokoena|Mokoena Safaris|ZA|USD|en
Wei Ling Tan|Tan Analytics Pte. Ltd.|SG|USD|en
`;

export type DemoClient = {
  name: string;
  companyName: string | null;
  email: string;
  country: string;
  currency: string;
  language: "en" | "de" | "ar" | null;
};

export const demoClients: readonly DemoClient[] = lines
  .trim()
  .split("\n")
  .map((line) => {
    const [name = "", companyName = "", country = "", currency = "", language = ""] = line.split("|");
    return {
      name,
      companyName: companyName || null,
      email: addressOf(name, country),
      country,
      currency,
      language: (language || null) as DemoClient["language"],
    };
  });
