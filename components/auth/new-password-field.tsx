"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/forms/form-field";
import { PasswordMeter } from "./password-meter";

interface NewPasswordFieldProps {
  name: string;
  label: string;
  /** The person's own words, which a good password is not made of. */
  context?: readonly string[];
  autoFocus?: boolean;
}

/** A password to choose, with how strong it is while it is typed, and a look at it for whoever wants one. */
export function NewPasswordField({ name, label, context = [], autoFocus = false }: NewPasswordFieldProps) {
  const t = useTranslations("accounts.password");
  const [password, setPassword] = useState("");
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="grid gap-2">
      <FormField
        name={name}
        type={isShown ? "text" : "password"}
        dir="ltr"
        label={label}
        help={t("help")}
        aside={
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
            className="cursor-pointer rounded-sm text-accent-text"
          >
            {isShown ? t("hide") : t("show")}
          </button>
        }
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        autoFocus={autoFocus}
        onChange={(event) => setPassword(event.currentTarget.value)}
        required
      />
      <PasswordMeter password={password} context={context} />
    </div>
  );
}
