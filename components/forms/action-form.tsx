"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import { TextLink } from "@/components/ui/text-link";
import type { ActionState, FormAction } from "./action-state";
import { FormContext } from "./form-context";
import { confirmIdentity, freshSignInNeeded } from "./step-up";
import { useProblemText } from "./use-problem-text";

interface ActionFormProps<View> {
  action: FormAction<View>;
  /** After success: tell it, go on. */
  onDone?: (view: View) => void;
  /** Asks before the page is left with changes in the form. On unless said otherwise. */
  guardsChanges?: boolean;
  /** Names of the form's fields whose problems stand beside them; all others are listed at the head. */
  fields: readonly string[];
  className?: string;
  children: ReactNode;
}

/**
 * A form over a server action: keeps what was typed when it is refused, puts problems beside their fields, and works before
 * its script has loaded.
 */
export function ActionForm<View>({
  action,
  onDone,
  guardsChanges = true,
  fields,
  className,
  children,
}: ActionFormProps<View>) {
  const [state, submit, isPending] = useActionState<ActionState<View>, FormData>(action, {});
  const [isChanged, setIsChanged] = useState(false);
  const sent = useRef<FormData>(undefined);
  useLeaveGuard(guardsChanges && isChanged && !isPending && state.value === undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is told once, whatever else renders.
  useEffect(() => {
    if (state.value !== undefined) onDone?.(state.value);
    if (state.error?.code === freshSignInNeeded) void sendAgain();
  }, [state]);

  /** Asks who the person is, and sends what was sent once more: nothing of it is typed twice. */
  async function sendAgain() {
    const form = sent.current;
    if (form && (await confirmIdentity())) startTransition(() => submit(form));
  }

  // Through the transition rather than the action, after which React would empty the form, refused or not.
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    if (isPending) return;
    sent.current = form;
    startTransition(() => submit(form));
  }

  return (
    <FormContext.Provider value={{ error: state.error, isPending }}>
      <form
        action={submit}
        onSubmit={send}
        onChange={() => setIsChanged(true)}
        noValidate
        className={className ?? "grid gap-5"}
      >
        <Refused state={state} fields={fields} />
        {children}
      </form>
    </FormContext.Provider>
  );
}

function Refused({ state: { error }, fields }: { state: ActionState<unknown>; fields: readonly string[] }) {
  const t = useTranslations("common");
  const text = useProblemText();
  if (error === undefined) return null;

  const problems = (error.fields ?? []).map((problem) => ({
    message: text.field(problem),
    name: fields.includes(problem.path) ? problem.path : undefined,
  }));
  const isStale = error.code === "core.stale_version";
  return (
    <FormError
      className="col-span-full"
      title={text.refusal(error)}
      problems={problems.filter(({ name }) => name === undefined)}
    >
      {isStale && (
        <Button type="button" size="sm" onClick={() => window.location.reload()}>
          {t("loadAgain")}
        </Button>
      )}
      {error.code === freshSignInNeeded && <TextLink href="/confirm">{t("confirmIdentity")}</TextLink>}
      {error.code === "core.internal_error" && t("reference", { reference: error.requestId })}
    </FormError>
  );
}

function useLeaveGuard(isOn: boolean) {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOn]);
}
