"use client";

import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { PasskeyActions, PasskeyLine } from "./actions";
import { AddPasskey } from "./add-passkey";
import { PasskeyButtons } from "./passkey-buttons";

/** The person's passkeys, and the button for another. */
export function PasskeySection({
  passkeys,
  actions,
}: {
  passkeys: readonly PasskeyLine[];
  actions: PasskeyActions;
}) {
  const t = useTranslations("passkeys");
  return (
    <Card aria-labelledby="passkeys">
      <CardHeader
        id="passkeys"
        title={t("title")}
        description={t("description")}
        actions={<AddPasskey actions={actions} />}
      />
      {passkeys.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("empty")}</p>
        </CardBody>
      ) : (
        <ul className="divide-y border-t">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <PasskeyFacts passkey={passkey} />
              <PasskeyButtons passkey={passkey} actions={actions} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function PasskeyFacts({ passkey }: { passkey: PasskeyLine }) {
  const t = useTranslations("passkeys");
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="wrap-anywhere font-medium">{passkey.name}</p>
      <p className="text-muted text-sm">
        <bdi>{passkey.host}</bdi>
        <span className="mx-1.5 text-subtle">·</span>
        {t("added")} <DateTime value={passkey.createdAt} />
        <span className="mx-1.5 text-subtle">·</span>
        {passkey.lastUsedAt ? (
          <>
            {t("used")} <DateTime value={passkey.lastUsedAt} show="date-time" />
          </>
        ) : (
          t("neverUsed")
        )}
      </p>
    </div>
  );
}
