"use client";

import { browserSupportsWebAuthnAutofill } from "@simplewebauthn/browser";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { FormAction } from "@/components/forms/action-state";
import { useProblemText } from "@/components/forms/use-problem-text";
import { shownPasskey } from "@/components/security/passkey-browser";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";

interface PasskeySignInProps {
  begin: FormAction<{ options: string }>;
  signIn: FormAction<unknown>;
  /** Whether browsers that can do so offer passkeys in the address field, without a press. */
  offersAutofill?: boolean;
}

/** Signs in by a passkey: by the button, or by what the browser offers while the address is typed. */
export function PasskeySignIn({ begin, signIn, offersAutofill = true }: PasskeySignInProps) {
  const t = useTranslations("signIn.passkey");
  const text = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  // The browser holds one ceremony at a time, in one cookie: only the one that was begun last is answered.
  const latest = useRef(0);

  async function attempt(byAutofill: boolean): Promise<string | undefined> {
    latest.current += 1;
    const mine = latest.current;
    const begun = await begin({}, new FormData());
    if (begun.value === undefined) return byAutofill ? undefined : begun.error && text.refusal(begun.error);
    const response = await shownPasskey(begun.value.options, byAutofill);
    // A press of the button ends the offer in the field, and leaving the page ends both.
    if (mine !== latest.current) return undefined;
    if (response === undefined) return byAutofill ? undefined : t("notShown");
    // From here on the button begins no other.
    setIsPending(true);

    const form = new FormData();
    form.set("response", response);
    const { error } = await signIn({}, form);
    setIsPending(false);
    return error && text.refusal(error);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: offered once, when the page is there.
  useEffect(() => {
    if (!offersAutofill) return;
    void browserSupportsWebAuthnAutofill().then(async (isSupported) => {
      if (isSupported) setProblem(await attempt(true));
    });
  }, []);

  return (
    <div className="grid gap-3">
      <FormError title={problem} />
      <Button
        type="button"
        pending={isPending}
        onClick={async () => setProblem(await attempt(false))}
        className="w-full"
      >
        <KeyRound aria-hidden="true" />
        {t("button")}
      </Button>
    </div>
  );
}
