import { clientBoundary } from "./rules/client-boundary";
import { fileLength } from "./rules/file-length";
import { messages } from "./rules/messages";
import { noBareSession } from "./rules/no-bare-session";
import { noClock } from "./rules/no-clock";
import { noEnv } from "./rules/no-env";
import { noFloatMoney } from "./rules/no-float-money";
import { noForeignRedirect } from "./rules/no-foreign-redirect";
import { noPhysicalCss } from "./rules/no-physical-css";
import { noRawHtml } from "./rules/no-raw-html";
import { noReadThenUpdate } from "./rules/no-read-then-update";
import { noRemoteFont } from "./rules/no-remote-font";
import { noSecretLiteral } from "./rules/no-secret-literal";
import { noSlowRegex } from "./rules/no-slow-regex";
import { noUnsafeRaw } from "./rules/no-unsafe-raw";
import { noUntranslatedText } from "./rules/no-untranslated-text";
import { safeBlankTarget } from "./rules/safe-blank-target";
import type { FileRule, HouseRule } from "./source";

/** Rules that look at one file at a time. */
export const fileRules: readonly FileRule[] = [
  fileLength,
  noBareSession,
  noClock,
  noEnv,
  noFloatMoney,
  noForeignRedirect,
  noPhysicalCss,
  noRawHtml,
  noReadThenUpdate,
  noRemoteFont,
  noSecretLiteral,
  noSlowRegex,
  noUnsafeRaw,
  noUntranslatedText,
  safeBlankTarget,
];

/** Rules that follow a thread from file to file. */
export const houseRules: readonly HouseRule[] = [clientBoundary, messages];
