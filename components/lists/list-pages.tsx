import { useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { type ListParameters, listHref } from "./list-url";

interface ListPagesProps {
  path: string;
  current: ListParameters;
  /** How many rows this page shows. */
  shown: number;
  nextCursor: string | null;
}

/** Steps through a list by cursor: on, and back to the beginning. The browser's back goes one page back. */
export function ListPages({ path, current, shown, nextCursor }: ListPagesProps) {
  const t = useTranslations("common");
  if (nextCursor === null && current.cursor === undefined) return null;

  return (
    <Pagination
      label={t("pages")}
      previous={{
        label: t("firstPage"),
        href: current.cursor === undefined ? undefined : listHref(path, current, {}),
      }}
      next={{
        label: t("nextPage"),
        href: nextCursor === null ? undefined : listHref(path, current, { cursor: nextCursor }),
      }}
      summary={t("shown", { count: shown })}
    />
  );
}
