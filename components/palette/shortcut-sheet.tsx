"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const keys = [
  { name: "search", keys: ["modifier", "K"] },
  { name: "list", keys: ["/"] },
  { name: "next", keys: ["J"] },
  { name: "previous", keys: ["K"] },
  { name: "select", keys: ["X"] },
  { name: "open", keys: ["↵"] },
  { name: "close", keys: ["Esc"] },
  { name: "help", keys: ["?"] },
] as const;

/** The keys that work in the admin. */
export default function ShortcutSheet({ modifier, onClose }: { modifier: string; onClose: () => void }) {
  const t = useTranslations("palette.keys");
  const shell = useTranslations("shell");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} closeLabel={shell("close")}>
      <dl className="grid gap-1">
        {keys.map((line) => (
          <div key={line.name} className="flex items-center justify-between gap-4 py-1">
            <dt>{t(line.name)}</dt>
            <dd className="flex gap-1">
              {line.keys.map((key) => (
                <Kbd key={key}>{key === "modifier" ? modifier : key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
