import { loadConfig } from "@/lib/core/config/load";
import { issueSetupLink } from "@/lib/tenants/setup-link";

/**
 * `npm run setup:link`: prints a new one-time link to set up the owner and the company, where no `npm start` does it (Docker,
 * Vercel). Links issued before stop working. Once a company exists there is none to print.
 */
try {
  const { DATABASE_URL, APP_URL } = loadConfig({ ...process.env, NODE_ENV: "development" });
  const link = await issueSetupLink({ databaseUrl: DATABASE_URL, baseUrl: APP_URL });
  console.log(
    link
      ? `Set up the owner and the company, once, within 24 hours:\n  ${link}`
      : "A company exists: there is nothing to set up.",
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
