"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { IconButton } from "./icon-button";
import { Menu } from "./menu";
import { MenuChoices } from "./menu-choices";

export interface ThemeLabels {
  theme: string;
  light: string;
  dark: string;
  system: string;
}

/** Light, dark, or as the device says. */
export function ThemeToggle({ labels }: { labels: ThemeLabels }) {
  return (
    <Menu
      trigger={
        <IconButton
          label={labels.theme}
          tooltip={false}
          icon={
            <>
              <Sun aria-hidden="true" className="dark:hidden" />
              <Moon aria-hidden="true" className="hidden dark:block" />
            </>
          }
        />
      }
    >
      <ThemeChoices labels={labels} />
    </Menu>
  );
}

/** The same choice within another menu, such as the person's. */
export function ThemeChoices({ labels }: { labels: ThemeLabels }) {
  const { theme, setTheme } = useTheme();
  return (
    <MenuChoices
      label={labels.theme}
      value={theme}
      onChoose={setTheme}
      choices={[
        { value: "light", label: labels.light, icon: <Sun aria-hidden="true" /> },
        { value: "dark", label: labels.dark, icon: <Moon aria-hidden="true" /> },
        { value: "system", label: labels.system, icon: <Monitor aria-hidden="true" /> },
      ]}
    />
  );
}
