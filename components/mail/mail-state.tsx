import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import type { MailState as State } from "@/lib/mail/rules/states";
import { mailTones } from "./mail-tones";

export function MailState({ state, look }: { state: State; look?: "soft" | "plain" }) {
  const t = useTranslations("mailbox.state");
  return <StatusBadge status={state} tones={mailTones} label={t(state)} look={look} />;
}
