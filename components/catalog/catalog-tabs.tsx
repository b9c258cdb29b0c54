import { useTranslations } from "next-intl";
import { NavTabs } from "@/components/ui/nav-tabs";

/** The three lists of what is sold. */
export function CatalogTabs({ current }: { current: "products" | "add-ons" | "coupons" }) {
  const t = useTranslations("catalog.tabs");
  const base = "/admin/products";
  return (
    <NavTabs
      label={t("label")}
      current={current === "products" ? base : `${base}/${current}`}
      tabs={[
        { href: base, label: t("products") },
        { href: `${base}/add-ons`, label: t("addons") },
        { href: `${base}/coupons`, label: t("coupons") },
      ]}
    />
  );
}
