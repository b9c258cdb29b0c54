import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { changesBetween } from "./changes";

/** Before and after of one record, field by field. */
export function ChangeList({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations("audit.changes");
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className="text-muted">{t("none")}</p>;

  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-start text-subtle">
          <th scope="col" className="w-1/4 py-1 pe-4 text-start font-medium">
            {t("field")}
          </th>
          {before !== null && (
            <th scope="col" className="w-3/8 py-1 pe-4 text-start font-medium">
              {t("before")}
            </th>
          )}
          <th scope="col" className="py-1 text-start font-medium">
            {t("after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field} className="border-t align-top">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal">
              <Code>{change.field}</Code>
            </th>
            {before !== null && (
              <td className="wrap-anywhere py-1.5 pe-4 text-muted">
                <Value text={change.before} />
              </td>
            )}
            <td className="wrap-anywhere py-1.5">
              <Value text={change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ text }: { text: string | undefined }) {
  const t = useTranslations("audit.changes");
  return text === undefined ? <span className="text-subtle">{t("nothing")}</span> : <bdi>{text}</bdi>;
}
