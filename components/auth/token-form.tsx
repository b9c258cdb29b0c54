"use client";

import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/action-state";
import { SubmitButton } from "@/components/forms/submit-button";

interface TokenFormProps {
  action: FormAction<unknown>;
  token: string;
  submit: string;
  extra?: Readonly<Record<string, string>>;
}

/** One button that uses a link up. Opening the page does not: programs that scan mail open links too. */
export function TokenForm({ action, token, submit, extra = {} }: TokenFormProps) {
  return (
    <ActionForm action={action} fields={[]} guardsChanges={false}>
      <input type="hidden" name="token" value={token} />
      {Object.entries(extra).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton className="w-full">{submit}</SubmitButton>
    </ActionForm>
  );
}
