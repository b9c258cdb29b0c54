import { verifyChains } from "@/lib/audit/verify-chains";
import { closePools, platformPool } from "@/lib/core/db/pools";

/**
 * `npm run audit:verify`: recomputes the audit chain of every company. Ends with 1 when one does not hold, and names the first
 * entry of each that does not fit.
 */
let broken = 0;
for await (const { tenantId, name, entries, firstBreak } of verifyChains(platformPool())) {
  if (firstBreak === null) {
    console.log(`${name} (${tenantId}): ${entries} entries, unaltered`);
  } else {
    broken += 1;
    console.log(`${name} (${tenantId}): BROKEN at entry ${firstBreak} of ${entries}`);
  }
}
await closePools();
process.exitCode = broken > 0 ? 1 : 0;
