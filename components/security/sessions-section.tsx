"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/action-state";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { EndSessionsButton } from "./end-sessions-button";
import { type SessionLine, SessionList } from "./sessions-list";

interface SessionsSectionProps {
  sessions: readonly SessionLine[];
  actions: Readonly<Record<"end" | "endOthers" | "endAll", FormAction<unknown>>>;
}

/** Where the person is signed in, one by one, and how to end it: one, all others, everywhere. */
export function SessionsSection({ sessions, actions }: SessionsSectionProps) {
  const t = useTranslations("security.sessions");
  return (
    <Card aria-labelledby="security-sessions">
      <CardHeader id="security-sessions" title={t("title")} description={t("description")} />
      <SessionList sessions={sessions} action={actions.end} />
      {sessions.some(({ place }) => place !== null) && (
        <p className="px-4 pb-3 text-sm text-subtle">
          {t.rich("source", {
            link: (text) => (
              <a
                href="https://www.nro.net/"
                target="_blank"
                rel="noopener noreferrer"
                className="underline decoration-current/35 underline-offset-3"
              >
                {text}
              </a>
            ),
          })}
        </p>
      )}
      <CardFooter>
        {sessions.length > 1 && <EndSessionsButton which="others" action={actions.endOthers} />}
        <EndSessionsButton which="everywhere" action={actions.endAll} />
      </CardFooter>
    </Card>
  );
}
