import { rotateTotpSecrets } from "@/lib/auth/second-factor/rotate";
import { config } from "@/lib/core/config/load";
import { parseKeyRing } from "@/lib/core/crypto/key-ring";
import { rotateSecrets } from "@/lib/core/crypto/rotate";
import { closePools, platformPool } from "@/lib/core/db/pools";
import { rotateBodies } from "@/lib/mail/rotate-bodies";

/**
 * `npm run keys:rotate`: puts every secret and every body of a mail under the first key of ENCRYPTION_KEYS, while the
 * installation runs.
 */
const ring = parseKeyRing(config().ENCRYPTION_KEYS);
const count = await rotateSecrets(platformPool(), ring, (done) =>
  console.log(`${done} secrets re-encrypted`),
);
const authenticators = await rotateTotpSecrets(platformPool(), ring);
const bodies = await rotateBodies(platformPool(), ring);
console.log(
  `Done: ${count + authenticators} secrets and ${bodies} bodies of mails moved to key "${ring.currentId}". Other keys may leave ENCRYPTION_KEYS now.`,
);
await closePools();
