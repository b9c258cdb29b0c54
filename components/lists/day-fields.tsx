import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";

interface DayFieldsProps {
  from?: string;
  before?: string;
  /** Name of the parameter that ends the range; the range begins with `from`. */
  beforeName: string;
}

/** First day, and the day before which a range ends, within a <FilterBar>. */
export function DayFields({ from, before, beforeName }: DayFieldsProps) {
  const t = useTranslations("common");
  return (
    <span className="flex items-center gap-1.5 text-muted">
      <Input
        key={`from ${from}`}
        type="date"
        name="from"
        aria-label={t("firstDay")}
        defaultValue={from ?? ""}
        className="w-36"
      />
      <span aria-hidden="true">–</span>
      <Input
        key={`before ${before}`}
        type="date"
        name={beforeName}
        aria-label={t("dayAfter")}
        defaultValue={before ?? ""}
        className="w-36"
      />
    </span>
  );
}
