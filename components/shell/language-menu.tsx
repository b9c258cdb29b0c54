"use client";

import { Languages } from "lucide-react";
import { useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuChoices } from "@/components/ui/menu-choices";

interface LanguageMenuProps {
  label: string;
  /** Each named in itself: "Deutsch", "العربية". */
  languages: readonly { locale: string; name: string }[];
  current: string;
  /** Remembers the choice, such as a server action. */
  onChoose: (locale: string) => void | Promise<void>;
}

export function LanguageMenu({ label, languages, current, onChoose }: LanguageMenuProps) {
  const [isPending, startTransition] = useTransition();
  return (
    <Menu
      trigger={
        <IconButton
          label={label}
          tooltip={false}
          pending={isPending}
          icon={<Languages aria-hidden="true" />}
        />
      }
    >
      <MenuChoices
        label={label}
        value={current}
        onChoose={(locale) => startTransition(() => onChoose(locale))}
        choices={languages.map(({ locale, name }) => ({ value: locale, label: name, lang: locale }))}
      />
    </Menu>
  );
}
