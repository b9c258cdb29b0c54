import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { TextLink } from "@/components/ui/text-link";
import { subjectLink } from "./subject-links";

interface SubjectNameProps {
  run: { eventName: string; subject: string | null; isOfInstallation: boolean };
}

/** What a run is about: a link to the record where it has a page. */
export function SubjectName({ run: { eventName, subject, isOfInstallation } }: SubjectNameProps) {
  const t = useTranslations("durable");
  const link = subjectLink(eventName, subject);
  if (link) {
    return (
      <TextLink href={link.href} tone="quiet" className="relative z-1 underline decoration-border-strong">
        {t(`kinds.${link.kind}`)}
      </TextLink>
    );
  }
  if (subject !== null) return <Code className="text-muted">{shortened(subject)}</Code>;
  return <span className="text-subtle">{isOfInstallation ? t("facts.ofInstallation") : "–"}</span>;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
}
