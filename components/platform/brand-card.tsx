import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";

interface BrandCardProps {
  path: string;
  brand: { accent: string | null; logoFileId: string | null; iconFileId: string | null };
  mayChange: boolean;
}

/** How a company shows itself: its colour and logo, and the way to change them. */
export function BrandCard({ path, brand: { accent, logoFileId, iconFileId }, mayChange }: BrandCardProps) {
  const t = useTranslations("platform.brand");
  const image = logoFileId ?? iconFileId;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        actions={mayChange && <TextLink href={`${path}/brand`}>{t("edit")}</TextLink>}
      />
      <CardBody className="grid gap-3">
        <div className="grid h-20 place-items-center overflow-hidden rounded-control border bg-[oklch(1_0_0)] p-3">
          {image === null ? (
            <span className="text-[oklch(0.5_0_0)] text-sm">{t("noLogo")}</span>
          ) : (
            // biome-ignore lint/performance/noImgElement: a company's small file of unknown proportions.
            <img
              src={`${path}/logos/${image}`}
              alt={t("logo")}
              className="max-h-full max-w-full object-contain"
            />
          )}
        </div>
        <p className="flex items-center gap-2 text-muted">
          {accent === null ? (
            t("noColour")
          ) : (
            <>
              <span
                aria-hidden="true"
                style={{ backgroundColor: accent }}
                className="size-4 rounded-full border border-border-strong"
              />
              <span className="sr-only">{t("colour")}</span>
              <code dir="ltr">{accent}</code>
            </>
          )}
        </p>
      </CardBody>
    </Card>
  );
}
