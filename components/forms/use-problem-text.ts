"use client";

import { useTranslations } from "next-intl";

type Refused = { readonly code: string };
type FieldProblem = { readonly path: string; readonly code: string };

/** Words for refusals: by stable code, never by what the server wrote for machines. */
export function useProblemText() {
  const t = useTranslations("errors");

  return {
    /** A refusal as a whole. */
    refusal: ({ code }: Refused): string => (t.has(code as never) ? t(code as never) : t("unexpected")),
    /** One field: words of its own where it has some, else those of its kind of mistake. */
    field: ({ path, code }: FieldProblem): string => {
      const name = path.split(".").at(-1) ?? "";
      const [own, general] = [`fields.${name}.${code}`, `field.${code}`];
      if (t.has(own as never)) return t(own as never);
      return t.has(general as never) ? t(general as never) : t("field.custom");
    },
  };
}
