import { inngest } from "@/inngest/client";
import { tenantIds } from "@/lib/auth/housekeeping/companies";
import { forgetExpired } from "@/lib/auth/housekeeping/forget-expired";
import { forgettable } from "@/lib/auth/housekeeping/limits";
import { runAsSystem } from "@/lib/core/operation/run";
import { expireExports } from "@/lib/privacy/operations/expire-exports";

/** Companies of one step: a thousand steps are a run's limit, and an hour is enough for many companies. */
const companiesPerStep = 20;

/**
 * Deletes what is past its time about accounts, company by company: links, sign-ins under way, failed attempts, requests for mail,
 * invitations, browsers, sessions, accounts nobody confirmed, files of exports. A repeat finds less to do and does no harm; a
 * company that fails is tried again with its step, and holds up no other's.
 */
export const forgetExpiredAccounts = inngest.createFunction(
  {
    id: "auth-housekeeping",
    name: "Housekeeping of accounts",
    concurrency: 1,
    triggers: { cron: "41 * * * *" },
  },
  async ({ step }) => {
    const companies = await step.run("companies", tenantIds);
    const results: { forgotten: number; failed: number }[] = [];
    for (let first = 0; first < companies.length; first += companiesPerStep) {
      const some = companies.slice(first, first + companiesPerStep);
      results.push(
        await step
          .run(`forget-${first / companiesPerStep}`, () => forgetAtAll(some))
          .catch(() => ({ forgotten: 0, failed: some.length })),
      );
    }
    const sum = (of: "forgotten" | "failed") => results.reduce((total, result) => total + result[of], 0);
    return { companies: companies.length, forgotten: sum("forgotten"), failed: sum("failed") };
  },
);

async function forgetAtAll(companies: readonly string[]) {
  let forgotten = 0;
  const problems: unknown[] = [];
  for (const tenantId of companies) {
    try {
      forgotten += await forgetAt(tenantId);
    } catch (problem) {
      problems.push(problem);
    }
  }
  if (problems.length > 0) throw problems[0];
  return { forgotten, failed: 0 };
}

async function forgetAt(tenantId: string): Promise<number> {
  let total = 0;
  for (const what of forgettable) {
    total += await untilDone(() => runAsSystem(tenantId, forgetExpired, { what }));
  }
  return total + (await untilDone(() => runAsSystem(tenantId, expireExports, {})));
}

/** Portion by portion, each a transaction of its own. */
async function untilDone(portion: () => Promise<{ forgotten: number; isDone: boolean }>): Promise<number> {
  for (let total = 0; ; ) {
    const { forgotten, isDone } = await portion();
    total += forgotten;
    if (isDone) return total;
  }
}
