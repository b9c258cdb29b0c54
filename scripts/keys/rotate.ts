import { rotateTotpSecrets } from "@/lib/auth/second-factor/rotate";
import { config } from "@/lib/core/config/load";
import { parseKeyRing } from "@/lib/core/crypto/key-ring";
import { rotateSecrets } from "@/lib/core/crypto/rotate";
import { closePools, platformPool } from "@/lib/core/db/pools";

/** `npm run keys:rotate`: puts every secret under the first key of ENCRYPTION_KEYS, while the installation runs. */
const ring = parseKeyRing(config().ENCRYPTION_KEYS);
const count = await rotateSecrets(platformPool(), ring, (done) =>
  console.log(`${done} secrets re-encrypted`),
);
const authenticators = await rotateTotpSecrets(platformPool(), ring);
console.log(
  `Done: ${count + authenticators} secrets moved to key "${ring.currentId}". Other keys may leave ENCRYPTION_KEYS now.`,
);
await closePools();
