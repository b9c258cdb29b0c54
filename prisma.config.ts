import { defineConfig } from "prisma/config";

/** For Prisma's own command line, which Panel1 does not need: `npm run db:migrate` works without it and without a network. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
