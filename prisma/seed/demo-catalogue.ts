import { type CurrencyCode, exponentOf } from "@/lib/core/money/currencies";

export type DemoPlan = {
  slug: string;
  name: string;
  euros: number;
  features: readonly string[];
  isHighlighted?: boolean;
};
export type DemoProduct = {
  slug: string;
  name: string;
  tagline: string;
  module: string | null;
  moduleSettings?: { name: string; value: string }[];
  asksHostName?: boolean;
  plans: readonly DemoPlan[];
};
export type DemoGroup = { slug: string; name: string; products: readonly DemoProduct[] };

const plan = (slug: string, name: string, euros: number, ...features: string[]): DemoPlan => ({
  slug,
  name,
  euros,
  features,
});

/** Twelve products in four groups. Prices are in euros a month; a year costs ten months. */
export const demoCatalogue: readonly DemoGroup[] = [
  {
    slug: "web-hosting",
    name: "Web hosting",
    products: [
      {
        slug: "shared",
        name: "Shared hosting",
        tagline: "For sites that should simply be there",
        module: "sandbox",
        asksHostName: true,
        plans: [
          plan("start", "Start", 4.9, "10 GB of space", "1 site", "Daily backups"),
          {
            ...plan("business", "Business", 9.9, "50 GB of space", "10 sites", "Daily backups"),
            isHighlighted: true,
          },
          plan("agency", "Agency", 24.9, "200 GB of space", "Any number of sites", "Hourly backups"),
        ],
      },
      {
        slug: "wordpress",
        name: "WordPress hosting",
        tagline: "Kept up to date by us",
        module: "sandbox",
        asksHostName: true,
        plans: [
          plan("blog", "Blog", 7.9, "20 GB of space", "Updates by us"),
          plan("shop", "Shop", 19.9, "60 GB of space", "Updates by us", "A copy to try things on"),
        ],
      },
      {
        slug: "static",
        name: "Static sites",
        tagline: "Files, served fast",
        module: "sandbox",
        plans: [plan("static", "Static", 2.9, "5 GB of space", "Certificates included")],
      },
    ],
  },
  {
    slug: "servers",
    name: "Servers",
    products: [
      {
        slug: "virtual",
        name: "Virtual servers",
        tagline: "A machine of one's own",
        module: "sandbox",
        moduleSettings: [
          { name: "behaviour", value: "slow" },
          { name: "slowSeconds", value: "5" },
        ],
        plans: [
          plan("vs-2", "VS 2", 12, "2 cores", "4 GB of memory", "80 GB of disk"),
          { ...plan("vs-4", "VS 4", 24, "4 cores", "8 GB of memory", "160 GB of disk"), isHighlighted: true },
          plan("vs-8", "VS 8", 48, "8 cores", "16 GB of memory", "320 GB of disk"),
        ],
      },
      {
        slug: "dedicated",
        name: "Dedicated servers",
        tagline: "Put into the rack by hand",
        module: "manual",
        plans: [
          plan("ds-16", "DS 16", 89, "16 cores", "64 GB of memory", "Two disks of 1 TB"),
          plan("ds-32", "DS 32", 159, "32 cores", "128 GB of memory", "Two disks of 2 TB"),
        ],
      },
      {
        slug: "backup",
        name: "Backup space",
        tagline: "Copies in another place",
        module: "sandbox",
        moduleSettings: [{ name: "behaviour", value: "fails_once" }],
        plans: [plan("backup-1", "1 TB", 6), plan("backup-5", "5 TB", 22)],
      },
    ],
  },
  {
    slug: "mail",
    name: "Mail and office",
    products: [
      {
        slug: "mailboxes",
        name: "Mailboxes",
        tagline: "Mail under one's own name",
        module: "sandbox",
        asksHostName: true,
        plans: [plan("mail-5", "5 mailboxes", 5), plan("mail-25", "25 mailboxes", 20)],
      },
      {
        slug: "files",
        name: "Shared files",
        tagline: "Files for a whole team",
        module: "sandbox",
        moduleSettings: [{ name: "behaviour", value: "fails" }],
        plans: [plan("files-5", "5 people", 12), plan("files-20", "20 people", 40)],
      },
      {
        slug: "newsletter",
        name: "Newsletter",
        tagline: "Letters to many, with their consent",
        module: null,
        plans: [plan("news-1k", "1,000 readers", 9), plan("news-10k", "10,000 readers", 29)],
      },
    ],
  },
  {
    slug: "help",
    name: "Help and care",
    products: [
      {
        slug: "care",
        name: "Site care",
        tagline: "Somebody looks after it",
        module: "manual",
        plans: [plan("care", "Site care", 39, "One hour a month", "Answers within four hours")],
      },
      {
        slug: "migration",
        name: "Moving in",
        tagline: "We bring the old site along",
        module: "manual",
        plans: [plan("migration", "Moving in", 49)],
      },
      {
        slug: "certificates",
        name: "Certificates",
        tagline: "With the company's name in them",
        module: null,
        plans: [plan("company", "Company certificate", 6)],
      },
    ],
  },
];

/** What a euro is in the demonstration's other currencies. */
const factors: Readonly<Partial<Record<CurrencyCode, number>>> = {
  EUR: 1,
  GBP: 0.86,
  USD: 1.1,
  CHF: 0.95,
  AED: 4,
  KWD: 0.34,
  JPY: 165,
};
export const demoCurrencies = Object.keys(factors) as CurrencyCode[];

/** A price in minor units of a currency: even to the tenth, or to ten where there is nothing smaller than one. */
export function demoPrice(euros: number, currency: CurrencyCode): number {
  const amount = euros * (factors[currency] ?? 1);
  const exponent = exponentOf(currency);
  return exponent === 0 ? Math.round(amount / 10) * 10 : Math.round(amount * 10) * 10 ** (exponent - 1);
}
