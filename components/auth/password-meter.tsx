"use client";

import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import { isMadeOfContext, leastScore, ratedLength } from "@/lib/auth/rules/password-strength";
import { cn } from "@/lib/ui/cn";

const steps = ["tooShort", "weak", "fair", "good", "strong"] as const;
const fills = ["bg-border", "bg-danger-solid", "bg-warning-solid", "bg-positive-solid", "bg-positive-solid"];
const leastLength = 12;

interface PasswordMeterProps {
  password: string;
  context: readonly string[];
}

/**
 * How strong a password is, in four bars and one word. What rates it is loaded with the first letter, without lists of words: the
 * server knows those and has the last word.
 */
export function PasswordMeter({ password, context }: PasswordMeterProps) {
  const t = useTranslations("accounts.password");
  const rate = useRating(password !== "");
  const level = levelOf(useDeferredValue(password), context, rate);

  return (
    <div className="flex items-center gap-3" data-slot="password-meter" data-level={level}>
      <div aria-hidden="true" className="grid flex-1 grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={cn(
              "h-1 rounded-full transition-colors motion-reduce:transition-none",
              bar <= level ? fills[level] : "bg-border",
            )}
          />
        ))}
      </div>
      <p aria-live="polite" className="min-w-20 text-end text-sm text-subtle">
        {password === "" ? "" : t(`strength.${steps[level] ?? "weak"}`)}
      </p>
    </div>
  );
}

type Rate = (password: string, context: readonly string[]) => number;

/** From 0 (too short) to 4. */
function levelOf(password: string, context: readonly string[], rate: Rate | undefined): number {
  if (password.length < leastLength || rate === undefined) return 0;
  if (isMadeOfContext(password, context)) return 1;

  const score = rate(password, context);
  return score < leastScore ? Math.max(1, score) : score;
}

function useRating(isWanted: boolean): Rate | undefined {
  const [zxcvbn, setZxcvbn] = useState<ZxcvbnFactory>();
  useEffect(() => {
    if (!isWanted || zxcvbn) return;
    let isLeft = false;
    void import("@zxcvbn-ts/core").then(({ ZxcvbnFactory }) => {
      if (!isLeft) setZxcvbn(new ZxcvbnFactory());
    });
    return () => {
      isLeft = true;
    };
  }, [isWanted, zxcvbn]);
  return zxcvbn && ((password, context) => zxcvbn.check(password.slice(0, ratedLength), [...context]).score);
}
