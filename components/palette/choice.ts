/** Something that the palette leads to. */
export type Choice = {
  /** Its address, which is also what makes it this choice and no other. */
  href: string;
  label: string;
  /** What tells it from others of the same name: an address, a number, where it lies. */
  hint?: string;
};

export type ChoiceGroup = { key: string; label: string; items: readonly Choice[] };

/** Whether a choice has every word of what was typed, at the beginning of a word of its own. Case and accents do not matter. */
export function fits(choice: Choice, typed: string): boolean {
  const own = ` ${plain(`${choice.label} ${choice.hint ?? ""}`)}`;
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => own.includes(` ${word}`));
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.#-]+/gu, " ");
}
