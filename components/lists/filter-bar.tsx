"use client";

import { Search, X } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { NativeSelect } from "@/components/forms/native-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSearchKey } from "./use-search-key";

export interface FilterChip {
  label: string;
  /** The same list without this filter. */
  href: string;
}

interface FilterBarProps {
  /** Address of the list. */
  path: string;
  search?: { name: string; label: string; value?: string };
  selects?: readonly {
    name: string;
    label: string;
    /** What stands when nothing is chosen. */
    all: string;
    value?: string;
    options: readonly { value: string; label: string }[];
  }[];
  /** Further fields, such as days. */
  children?: ReactNode;
  /** Parameters that stay as they are, such as the order. */
  kept?: Readonly<Record<string, string | undefined>>;
  chips: readonly FilterChip[];
}

/** Search and filters of a list. They live in its address, so that it can be shared, bookmarked and gone back to. */
export function FilterBar({ path, search, selects = [], children, kept = {}, chips }: FilterBarProps) {
  const t = useTranslations("common");
  const form = useRef<HTMLFormElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  useSearchKey(searchField);

  return (
    <search className="grid gap-2">
      <Form
        ref={form}
        action={path}
        className="flex flex-wrap items-end gap-2"
        onChange={(event) => {
          if (isChoice(event.target)) form.current?.requestSubmit();
        }}
      >
        {search && (
          <span className="relative min-w-48 flex-1 basis-64 sm:max-w-sm">
            <Search
              aria-hidden="true"
              className="-translate-y-1/2 pointer-events-none absolute start-2.5 top-1/2 size-4 text-subtle"
            />
            <Input
              ref={searchField}
              // A new address brings a new value: the field follows it.
              key={search.value ?? ""}
              type="search"
              name={search.name}
              aria-label={search.label}
              placeholder={search.label}
              defaultValue={search.value ?? ""}
              maxLength={100}
              className="ps-8"
            />
          </span>
        )}
        {selects.map(({ name, label, all, value, options }) => (
          <Field
            key={`${name} ${value ?? ""}`}
            name={name}
            label={<span className="sr-only">{label}</span>}
            className="min-w-0 max-w-full gap-0"
          >
            <NativeSelect
              name={name}
              defaultValue={value ?? ""}
              placeholder={all}
              options={options}
              className="w-auto max-w-full sm:max-w-52"
            />
          </Field>
        ))}
        {children}
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit" className="sr-only">
          {t("apply")}
        </button>
      </Form>
      {chips.length > 0 && (
        <ul aria-label={t("activeFilters")} className="flex flex-wrap gap-1.5">
          {chips.map(({ label, href }) => (
            <li key={href}>
              <Link
                href={href}
                aria-label={t("removeFilter", { filter: label })}
                className="inline-flex h-6 max-w-64 items-center gap-1 rounded-control bg-neutral-soft ps-2 pe-1 text-neutral text-sm hover:text-text"
              >
                <span className="truncate">{label}</span>
                <X aria-hidden="true" className="size-3.5 shrink-0" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

/** A choice takes effect at once; text waits for Enter, and a day that is still being typed has a year before 1900. */
function isChoice(field: EventTarget): boolean {
  if (field instanceof HTMLSelectElement) return true;
  if (!(field instanceof HTMLInputElement) || field.type !== "date") return false;
  return field.value === "" || field.value >= "1900";
}
