"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { ActionProblem, FormAction } from "@/components/forms/action-state";
import { FormContext } from "@/components/forms/form-context";
import { useProblemText } from "@/components/forms/use-problem-text";
import { FormError } from "@/components/ui/form-error";

interface ProofFormProps {
  action: FormAction<unknown>;
  /** The form's only field: what is wrong with it stands beside it. */
  field: string;
  onDone: () => void;
  children: ReactNode;
}

/**
 * A form within the question who somebody is. It keeps its own state rather than a transition's: the deed that asks is a transition
 * which waits for this answer, and React lets no other one finish before it.
 */
export function ProofForm({ action, field, onDone, children }: ProofFormProps) {
  const [error, setError] = useState<ActionProblem>();
  const [isPending, setIsPending] = useState(false);
  const text = useProblemText();
  const isBeside = error?.fields?.some(({ path }) => path === field);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // Dialogs are portals: without this the form around would be sent as well.
    event.stopPropagation();
    if (isPending) return;
    setIsPending(true);
    const outcome = await action({}, new FormData(event.currentTarget));
    setIsPending(false);
    setError(outcome.error);
    if (outcome.error === undefined) onDone();
  }

  return (
    <FormContext.Provider value={{ ...(error && { error }), isPending }}>
      <form onSubmit={send} noValidate className="grid gap-4">
        <FormError title={error && !isBeside ? text.refusal(error) : undefined} />
        {children}
      </form>
    </FormContext.Provider>
  );
}
