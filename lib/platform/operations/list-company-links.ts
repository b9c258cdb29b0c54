import "server-only";
import { z } from "zod";
import { sql } from "@/lib/core/db/sql";
import { query } from "@/lib/core/operation/operation";
import { assertPlatform } from "@/lib/platform/companies";
import { exampleLink } from "@/lib/platform/examples";
import { CompanyLinkView } from "@/lib/platform/schema";

type LinkRow = z.output<typeof CompanyLinkView>;

export const listCompanyLinks = query({
  name: "platform.companyLink.list",
  summary: "List the links that could still open a company",
  audience: ["staff"],
  input: z.strictObject({}),
  output: z.object({ items: z.array(CompanyLinkView) }),
  http: { method: "GET", path: "/platform/company-links" },
  example: { input: {}, output: { items: [exampleLink] } },
  refusals: ["platform.not_here"],
  async run(context) {
    await assertPlatform(context);
    return { items: await context.query<LinkRow>(sql`select * from platform_links(${context.now})`) };
  },
});
