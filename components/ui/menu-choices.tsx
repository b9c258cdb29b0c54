"use client";

import { Menu as Primitive } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/ui/cn";
import { menuItemStyles } from "./menu-styles";

export interface MenuChoice<Value extends string = string> {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  /** Language of the label, where it differs from the page's. */
  lang?: string;
}

interface MenuChoicesProps<Value extends string> {
  label: string;
  choices: readonly MenuChoice<Value>[];
  value: Value | undefined;
  onChoose: (value: Value) => void;
}

/** One of several within a <Menu>: a theme, a language, a company. */
export function MenuChoices<Value extends string>({
  label,
  choices,
  value,
  onChoose,
}: MenuChoicesProps<Value>) {
  return (
    <Primitive.RadioGroup aria-label={label} value={value} onValueChange={onChoose}>
      {choices.map((choice) => (
        <Primitive.RadioItem
          key={choice.value}
          value={choice.value}
          closeOnClick
          className={cn(menuItemStyles, "[&>svg:last-child]:text-accent-text")}
        >
          {choice.icon}
          <span lang={choice.lang} className="min-w-0 flex-1 truncate">
            {choice.label}
          </span>
          <span className="grid w-4 place-items-center">
            <Primitive.RadioItemIndicator>
              <Check aria-hidden="true" className="text-accent-text" />
            </Primitive.RadioItemIndicator>
          </span>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}
