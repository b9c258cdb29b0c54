import { useTranslations } from "next-intl";
import { NavTabs } from "@/components/ui/nav-tabs";

/** The two sides of mail: what was written, and which addresses do not take it. */
export function MailTabs({ current }: { current: "messages" | "addresses" }) {
  const t = useTranslations("mailbox.tabs");
  return (
    <NavTabs
      label={t("label")}
      current={current === "messages" ? "/admin/mail" : "/admin/mail/addresses"}
      tabs={[
        { href: "/admin/mail", label: t("messages") },
        { href: "/admin/mail/addresses", label: t("addresses") },
      ]}
    />
  );
}
