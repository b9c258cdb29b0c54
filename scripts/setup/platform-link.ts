import { loadConfig } from "@/lib/core/config/load";
import { claimedHost } from "@/lib/tenants/rules/host";
import { issuePlatformLink } from "@/lib/tenants/setup-link";

/**
 * `npm run platform:link -- HOST`: prints a new one-time link by which the first person of the platform comes in. HOST is the name
 * on which the platform will answer; no company may have it. Links issued before stop working. Once the platform exists there is none.
 */
const problems = {
  exists: "The platform exists already: its people invite each other.",
  host_taken: "A company answers on this host. Choose another for the platform.",
};

try {
  const host = claimedHost(process.argv[2] ?? "");
  if (host === undefined)
    throw new Error("Name the platform's host: npm run platform:link -- platform.example.com");

  const { DATABASE_URL, APP_URL } = loadConfig({ ...process.env, NODE_ENV: "development" });
  const { link, problem } = await issuePlatformLink({ databaseUrl: DATABASE_URL, baseUrl: APP_URL, host });
  if (problem !== undefined) throw new Error(problems[problem]);
  console.log(`Set the platform up on ${host}, once, within 24 hours:\n  ${link}`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
