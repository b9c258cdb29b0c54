import { Bot, KeyRound, UserRound, VenetianMask } from "lucide-react";
import { useTranslations } from "next-intl";

export type AuditActor = { kind: "user" | "api_key" | "visitor" | "system"; id: string | null; name: string };

const icons = { user: UserRound, api_key: KeyRound, visitor: UserRound, system: Bot };

/** Who did it: a person or key by name, visitors and automation by what they are. */
export function ActorName({ actor, by }: { actor: AuditActor; by?: { name: string } | null }) {
  const t = useTranslations("audit.actorKind");
  const audit = useTranslations("audit");
  const Icon = by ? VenetianMask : icons[actor.kind];
  const isNamed = actor.kind === "user" || actor.kind === "api_key";
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
      <span className="truncate">
        {by ? audit("byAs", { by: by.name, as: actor.name }) : isNamed ? actor.name : t(actor.kind)}
      </span>
    </span>
  );
}
