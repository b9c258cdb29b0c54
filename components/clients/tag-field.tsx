"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { useFieldProblem } from "@/components/forms/form-field";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Free words, each ended by Enter or a comma; those in use are offered while typing. */
export function TagField({ tags: given, known }: { tags: readonly string[]; known: readonly string[] }) {
  const t = useTranslations("clients.tags");
  const [tags, setTags] = useState(given);
  const [typed, setTyped] = useState("");
  const listId = useId();
  const problem = useFieldProblem("tags");

  function add() {
    const tag = typed.trim().replace(/[,\\'"]/g, "");
    setTyped("");
    if (tag !== "" && !tags.some((other) => other.toLowerCase() === tag.toLowerCase()))
      setTags([...tags, tag]);
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== ",") return;
    if (typed.trim() === "") return;
    event.preventDefault();
    add();
  }

  return (
    <div className="grid gap-2">
      {tags.length === 0 && <input type="hidden" name="tags[0]" value="" />}
      {tags.map((tag, index) => (
        <input key={tag} type="hidden" name={`tags[${index}]`} value={tag} />
      ))}
      <Field label={t("label")} help={t("help")} error={problem}>
        <Input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKey}
          onBlur={add}
          list={listId}
          maxLength={40}
          autoComplete="off"
        />
      </Field>
      <datalist id={listId}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {tags.length > 0 && (
        <ul aria-label={t("label")} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag}>
              <Badge tone="neutral">
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  aria-label={t("remove", { tag })}
                  onClick={() => setTags(tags.filter((other) => other !== tag))}
                >
                  <X aria-hidden="true" className="size-3.5" />
                </button>
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
