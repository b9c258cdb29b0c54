import { useTranslations } from "next-intl";
import type { AccountType as Type } from "@/lib/ledger/rules/account-type";

export function AccountType({ type }: { type: Type }) {
  const t = useTranslations("ledger.accountTypes");
  return t(type);
}
