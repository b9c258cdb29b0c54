"use client";

import { CircleAlert } from "lucide-react";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/lib/ui/cn";

export interface FormProblem {
  message: ReactNode;
  /** Name of the control that it is about; pressing the line goes there. */
  name?: string;
}

interface FormErrorProps {
  /** What happened and what was kept. Nothing is shown without it. */
  title?: ReactNode;
  problems?: readonly FormProblem[];
  /** The reference to quote, or the next step. */
  children?: ReactNode;
  className?: string;
}

/** Summary at the head of a form (inside it) that was refused. Takes the focus when it appears, so that it is read at once. */
export function FormError({ title, problems = [], children, className }: FormErrorProps) {
  const summary = useRef<HTMLDivElement>(null);
  const isShown = Boolean(title) || problems.length > 0;

  useEffect(() => {
    if (isShown) summary.current?.focus();
  }, [isShown]);

  if (!isShown) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      data-slot="form-error"
      className={cn("flex gap-2.5 rounded-control bg-danger-soft p-3 text-text outline-none", className)}
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-medium">{title}</p>}
        {problems.length > 0 && (
          <ul className="grid gap-0.5">
            {problems.map((problem) => (
              <li key={problem.name ?? String(problem.message)}>
                <ProblemLine problem={problem} />
              </li>
            ))}
          </ul>
        )}
        {children && <div className="text-muted text-sm">{children}</div>}
      </div>
    </div>
  );
}

function ProblemLine({ problem: { name, message } }: { problem: FormProblem }) {
  if (name === undefined) return message;

  function goToControl(event: MouseEvent<HTMLButtonElement>) {
    const control = event.currentTarget.closest("form")?.elements.namedItem(name ?? "");
    if (control instanceof HTMLElement) control.focus();
    if (control instanceof RadioNodeList && control[0] instanceof HTMLElement) control[0].focus();
  }

  return (
    <button
      type="button"
      onClick={goToControl}
      className="cursor-pointer rounded-sm text-start text-danger underline decoration-current/40 underline-offset-3 hover:decoration-current"
    >
      {message}
    </button>
  );
}
