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
Freja Nielsen|Nielsen Arkitekter ApS|DK|DKK|
Oskar Lindqvist|Lindqvist Foto AB|SE|SEK|
Ingrid Haugen|Haugen Regnskap AS|NO|NOK|
Aino Korhonen|Korhonen Design Oy|FI|EUR|
Zofia Kowalska|Kowalska Kancelaria|PL|PLN|
Jakub Nowak||PL|PLN|
Tereza Dvořáková|Květiny Dvořáková|CZ|CZK|
Bence Szabó|Szabó Nyomda Kft.|HU|HUF|
Ioana Popescu|Popescu Consulting SRL|RO|RON|
Eleni Papadopoulou|Papadopoulou Travel|GR|EUR|
Emily Carter|Carter & Sons Ltd|GB|GBP|en
Oliver Hughes|Hughes Brewing Co.|GB|GBP|en
Aoife Byrne|Byrne Pottery|IE|EUR|en
Noah Anderson|Anderson Outdoor LLC|US|USD|en
Sophia Martinez|Martinez Realty Inc.|US|USD|en
Liam Tremblay|Tremblay Média inc.|CA|CAD|en
Olivia Thompson|Thompson Surf Pty Ltd|AU|AUD|en
Mia Keller|Keller Treuhand AG|CH|CHF|de
Lukas Huber|Huber Sennerei|AT|EUR|de
Omar Al-Farsi|Al-Farsi Trading LLC|AE|AED|ar
Layla Haddad|Haddad Boutique|JO|JOD|ar
Yousef Al-Kandari|Al-Kandari Holding|KW|KWD|ar
Nour El-Sayed|El-Sayed Clinic|EG|EGP|ar
Salma Benali|Riad Benali|MA|MAD|ar
Priya Sharma|Sharma Textiles Pvt Ltd|IN|INR|en
Haruto Tanaka|Tanaka Ceramics K.K.|JP|JPY|en
Seo-yeon Kim|Kim Studio|KR|KRW|en
Camila Rojas|Rojas Vinos SpA|CL|CLP|
Thabo Mokoena|Mokoena Safaris|ZA|ZAR|en
Wei Ling Tan|Tan Analytics Pte. Ltd.|SG|SGD|en
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

/** Addresses below example.com reach nobody, whatever the demonstration sends. */
function addressOf(name: string, country: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
  return `${plain}@${country.toLowerCase()}.example.com`;
}
