import "server-only";
import { MessageCircleQuestion, SlidersHorizontal } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Page } from "@/app/guarded-page";
import { CatalogStatus } from "@/components/catalog/catalog-status";
import { MoveButtons } from "@/components/catalog/move-buttons";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from "@/components/ui/table";
import { createOption } from "@/lib/catalog/operations/create-option";
import { createProductField } from "@/lib/catalog/operations/create-product-field";
import type { WholeProduct } from "@/lib/catalog/operations/get-product";
import { moveCatalogRecord } from "@/lib/catalog/operations/move-record";
import type { CatalogStatus as Status } from "@/lib/catalog/rules/offer";
import { inLanguage } from "@/lib/core/text/in-language";
import { moveCatalogRecordAction } from "../actions";

type Language = { language: string };
type Part = { id: string; name: string; kind: string; status: Status };

/** What buyers can configure. */
export async function optionsTab({ may }: Page, product: WholeProduct, { language }: Language) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations("catalog"),
    getTranslations("catalog.optionKinds"),
    getLocale(),
  ]);
  const path = `/admin/products/${product.id}/options`;
  return (
    <Parts
      kind="option"
      path={path}
      canMove={may(moveCatalogRecord)}
      create={may(createOption) && <ButtonLink href={`${path}/new`}>{t("option.new")}</ButtonLink>}
      empty={{ title: t("option.none"), text: t("option.noneText"), icon: <SlidersHorizontal /> }}
      parts={product.options.map(({ id, name, kind, status, key }) => ({
        id,
        status,
        kind: kinds(kind),
        name: inLanguage(name, locale, language) || key,
      }))}
    />
  );
}

/** What buyers are asked. */
export async function questionsTab({ may }: Page, product: WholeProduct, { language }: Language) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations("catalog"),
    getTranslations("clients.fields.kinds"),
    getLocale(),
  ]);
  const path = `/admin/products/${product.id}/questions`;
  return (
    <Parts
      kind="field"
      path={path}
      canMove={may(moveCatalogRecord)}
      create={may(createProductField) && <ButtonLink href={`${path}/new`}>{t("question.new")}</ButtonLink>}
      empty={{ title: t("question.none"), text: t("question.noneText"), icon: <MessageCircleQuestion /> }}
      parts={product.fields.map(({ id, label, kind, status, key }) => ({
        id,
        status,
        kind: kinds(kind),
        name: inLanguage(label, locale, language) || key,
      }))}
    />
  );
}

interface PartsProps {
  kind: "option" | "field";
  path: string;
  canMove: boolean;
  create: ReactNode;
  empty: { title: string; text: string; icon: ReactNode };
  parts: readonly Part[];
}

async function Parts({ kind, path, canMove, create, empty, parts }: PartsProps) {
  const t = await getTranslations("catalog");
  if (parts.length === 0) {
    return (
      <Card>
        <EmptyState title={empty.title} icon={empty.icon} action={create}>
          {empty.text}
        </EmptyState>
      </Card>
    );
  }
  return (
    <>
      <div className="flex justify-end">{create}</div>
      <Card>
        <Table label={t(kind === "option" ? "productTabs.options" : "productTabs.questions")}>
          <TableHead>
            <TableRow>
              <TableHeaderCell>{t("columns.name")}</TableHeaderCell>
              <TableHeaderCell className="max-sm:hidden">{t("columns.kind")}</TableHeaderCell>
              <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
              {canMove && (
                <TableHeaderCell>
                  <span className="sr-only">{t("columns.order")}</span>
                </TableHeaderCell>
              )}
            </TableRow>
          </TableHead>
          <TableBody>
            {parts.map((part, place) => (
              <TableRow key={part.id}>
                <TableCell grow>
                  <RowLink href={`${path}/${part.id}`}>
                    <bdi>{part.name}</bdi>
                  </RowLink>
                </TableCell>
                <TableCell className="text-muted max-sm:hidden">{part.kind}</TableCell>
                <TableCell>
                  <CatalogStatus status={part.status} look="plain" />
                </TableCell>
                {canMove && (
                  <TableCell className="text-end">
                    <MoveButtons
                      kind={kind}
                      id={part.id}
                      name={part.name}
                      isFirst={place === 0}
                      isLast={place === parts.length - 1}
                      action={moveCatalogRecordAction}
                    />
                  </TableCell>
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
    </>
  );
}
