-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('DRAFT', 'ISSUED', 'PARTLY_PAID', 'PAID', 'VOID');

-- CreateEnum
CREATE TYPE "catalog_status" AS ENUM ('DRAFT', 'ACTIVE', 'HIDDEN', 'RETIRED');

-- CreateEnum
CREATE TYPE "product_kind" AS ENUM ('HOSTING', 'RESELLER', 'VPS', 'DEDICATED', 'DOMAIN', 'CERTIFICATE', 'LICENCE', 'SERVICE');

-- CreateEnum
CREATE TYPE "option_kind" AS ENUM ('CHOICE', 'QUANTITY', 'YES_NO');

-- CreateEnum
CREATE TYPE "coupon_kind" AS ENUM ('PERCENT', 'FIXED');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('PENDING', 'HELD', 'ACTIVE', 'CANCELLED', 'FRAUD');

-- CreateEnum
CREATE TYPE "order_source" AS ENUM ('STOREFRONT', 'STAFF', 'API');

-- CreateEnum
CREATE TYPE "order_line_kind" AS ENUM ('PLAN', 'OPTION', 'ADDON', 'DISCOUNT');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('PENDING', 'REQUIRES_ACTION', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "service_status" AS ENUM ('PENDING', 'CREATING', 'ACTIVE', 'SUSPENDED', 'TERMINATED', 'FAILED');

-- CreateEnum
CREATE TYPE "service_action_kind" AS ENUM ('CREATE', 'SUSPEND', 'UNSUSPEND', 'TERMINATE', 'CHANGE_PLAN', 'CHANGE_PASSWORD');

-- CreateEnum
CREATE TYPE "service_action_status" AS ENUM ('QUEUED', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "staff_task_status" AS ENUM ('OPEN', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('PENDING', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'CANCELLED', 'TERMINATED');

-- CreateTable
CREATE TABLE "tax_rules" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "tax_class" TEXT,
    "rate" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tax_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "order_id" UUID,
    "status" "invoice_status" NOT NULL DEFAULT 'DRAFT',
    "number" TEXT,
    "series" TEXT,
    "sequence" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "language" TEXT NOT NULL,
    "issued_on" DATE,
    "due_on" DATE,
    "seller" JSONB,
    "buyer" JSONB,
    "is_inclusive" BOOLEAN NOT NULL,
    "net_minor" BIGINT NOT NULL DEFAULT 0,
    "tax_minor" BIGINT NOT NULL DEFAULT 0,
    "total_minor" BIGINT NOT NULL DEFAULT 0,
    "paid_minor" BIGINT NOT NULL DEFAULT 0,
    "issued_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "setup_minor" BIGINT NOT NULL DEFAULT 0,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "amount_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_class" TEXT NOT NULL,
    "tax_category" TEXT NOT NULL,
    "tax_rate" TEXT NOT NULL,
    "income_code" TEXT NOT NULL,
    "period_start" DATE,
    "period_end" DATE,
    "subscription_id" UUID,
    "price_id" UUID,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_taxes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "rate" TEXT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,

    CONSTRAINT "invoice_taxes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_groups" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL DEFAULT '{}',
    "position" INTEGER NOT NULL,
    "is_hidden" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "product_kind" NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'DRAFT',
    "name" JSONB NOT NULL,
    "tagline" JSONB NOT NULL DEFAULT '{}',
    "description" JSONB NOT NULL DEFAULT '{}',
    "tax_class" TEXT NOT NULL DEFAULT 'standard',
    "module" TEXT,
    "module_settings" JSONB NOT NULL DEFAULT '{}',
    "asks_host_name" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'ACTIVE',
    "name" JSONB NOT NULL,
    "tagline" JSONB NOT NULL DEFAULT '{}',
    "features" JSONB NOT NULL DEFAULT '[]',
    "module_settings" JSONB NOT NULL DEFAULT '{}',
    "stock" INTEGER,
    "per_client_limit" INTEGER,
    "max_quantity" INTEGER NOT NULL DEFAULT 1,
    "is_highlighted" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prices" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "plan_id" UUID,
    "choice_id" UUID,
    "addon_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "cycle" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "setup_minor" BIGINT NOT NULL DEFAULT 0,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_options" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "option_kind" NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'ACTIVE',
    "name" JSONB NOT NULL,
    "help" JSONB NOT NULL DEFAULT '{}',
    "unit" JSONB NOT NULL DEFAULT '{}',
    "minimum" INTEGER NOT NULL DEFAULT 0,
    "maximum" INTEGER NOT NULL DEFAULT 1,
    "step" INTEGER NOT NULL DEFAULT 1,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "option_choices" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'ACTIVE',
    "name" JSONB NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "option_choices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_fields" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'ACTIVE',
    "label" JSONB NOT NULL,
    "help" JSONB NOT NULL DEFAULT '{}',
    "choices" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_fields_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "addons" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'ACTIVE',
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL DEFAULT '{}',
    "tax_class" TEXT NOT NULL DEFAULT 'standard',
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "addons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_addons" (
    "tenant_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "addon_id" UUID NOT NULL,

    CONSTRAINT "product_addons_pkey" PRIMARY KEY ("tenant_id","product_id","addon_id")
);

-- CreateTable
CREATE TABLE "coupons" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "coupon_kind" NOT NULL,
    "percent" TEXT,
    "amounts" JSONB NOT NULL DEFAULT '{}',
    "plan_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "max_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "once_per_client" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carts" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "client_id" UUID,
    "currency" CHAR(3) NOT NULL,
    "coupon_code" TEXT,
    "order_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_items" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "cycle" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "addon_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "fields" JSONB NOT NULL DEFAULT '{}',
    "host_name" TEXT,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "client_id" UUID NOT NULL,
    "status" "order_status" NOT NULL,
    "source" "order_source" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "coupon_id" UUID,
    "coupon_code" TEXT,
    "invoice_id" UUID,
    "placed_by_id" UUID,
    "placed_by_name" TEXT NOT NULL,
    "ip_address" TEXT,
    "ip_country" TEXT,
    "terms_hash" TEXT,
    "terms_accepted_at" TIMESTAMPTZ(3),
    "review_reasons" JSONB NOT NULL DEFAULT '[]',
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "order_line_kind" NOT NULL,
    "item" INTEGER NOT NULL,
    "plan_id" UUID,
    "choice_id" UUID,
    "addon_id" UUID,
    "price_id" UUID,
    "subscription_id" UUID,
    "description" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "setup_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL DEFAULT 0,
    "amount_minor" BIGINT NOT NULL,
    "tax_class" TEXT NOT NULL,
    "override_reason" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_connections" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "gateway" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "secret_id" UUID,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gateway_connections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payments" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "client_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "connection_id" UUID,
    "gateway" TEXT NOT NULL,
    "status" "payment_status" NOT NULL DEFAULT 'PENDING',
    "currency" CHAR(3) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "credited_minor" BIGINT NOT NULL DEFAULT 0,
    "reference" TEXT,
    "method" TEXT,
    "action_url" TEXT,
    "failure_code" TEXT,
    "failure_detail" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_allocations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_allocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gateway_events" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT,
    "facts" JSONB NOT NULL,
    "payment_id" UUID,
    "outcome" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "gateway_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "services" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "module" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "status" "service_status" NOT NULL DEFAULT 'PENDING',
    "host_name" TEXT,
    "remote_id" TEXT,
    "access" JSONB NOT NULL DEFAULT '{}',
    "secret_id" UUID,
    "delivered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_actions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "kind" "service_action_kind" NOT NULL,
    "status" "service_action_status" NOT NULL DEFAULT 'QUEUED',
    "step" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "input" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "error_kind" TEXT,
    "error_text" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_actions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_tasks" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "service_id" UUID,
    "action_id" UUID,
    "status" "staff_task_status" NOT NULL DEFAULT 'OPEN',
    "note" TEXT,
    "done_by_id" UUID,
    "done_by_name" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plugin_values" (
    "tenant_id" UUID NOT NULL,
    "plugin" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plugin_values_pkey" PRIMARY KEY ("tenant_id","plugin","key")
);

-- CreateTable
CREATE TABLE "subscriptions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "client_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "status" "subscription_status" NOT NULL DEFAULT 'PENDING',
    "label" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "cycle" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "recurring_minor" BIGINT NOT NULL,
    "anchor" DATE,
    "paid_until" DATE,
    "host_name" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_items" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "order_line_kind" NOT NULL,
    "plan_id" UUID,
    "choice_id" UUID,
    "addon_id" UUID,
    "price_id" UUID,
    "description" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,

    CONSTRAINT "subscription_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timeline_entries" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "about" UUID[],
    "is_public" BOOLEAN NOT NULL,

    CONSTRAINT "timeline_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tax_rules_tenant_id_country_valid_from_idx" ON "tax_rules"("tenant_id", "country", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rules_tenant_id_id_key" ON "tax_rules"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_created_at_id_idx" ON "invoices"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_client_id_created_at_id_idx" ON "invoices"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_tenant_id_id_key" ON "invoices"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_tenant_id_id_key" ON "invoice_lines"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_tenant_id_invoice_id_position_key" ON "invoice_lines"("tenant_id", "invoice_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_taxes_tenant_id_id_key" ON "invoice_taxes"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_taxes_tenant_id_invoice_id_position_key" ON "invoice_taxes"("tenant_id", "invoice_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "product_groups_tenant_id_id_key" ON "product_groups"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_groups_tenant_id_slug_key" ON "product_groups"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "products_tenant_id_group_id_position_idx" ON "products"("tenant_id", "group_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "products_tenant_id_id_key" ON "products"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "products_tenant_id_slug_key" ON "products"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "plans_tenant_id_id_key" ON "plans"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "plans_tenant_id_product_id_slug_key" ON "plans"("tenant_id", "product_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "prices_tenant_id_id_key" ON "prices"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_options_tenant_id_id_key" ON "product_options"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_options_tenant_id_product_id_key_key" ON "product_options"("tenant_id", "product_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "option_choices_tenant_id_id_key" ON "option_choices"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "option_choices_tenant_id_option_id_key_key" ON "option_choices"("tenant_id", "option_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "product_fields_tenant_id_id_key" ON "product_fields"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "product_fields_tenant_id_product_id_key_key" ON "product_fields"("tenant_id", "product_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "addons_tenant_id_id_key" ON "addons"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "addons_tenant_id_slug_key" ON "addons"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "coupons_tenant_id_id_key" ON "coupons"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "coupons_tenant_id_code_key" ON "coupons"("tenant_id", "code");

-- CreateIndex
CREATE INDEX "carts_expires_at_idx" ON "carts"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "carts_tenant_id_id_key" ON "carts"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "carts_tenant_id_token_hash_key" ON "carts"("tenant_id", "token_hash");

-- CreateIndex
CREATE INDEX "cart_items_tenant_id_cart_id_idx" ON "cart_items"("tenant_id", "cart_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_items_tenant_id_id_key" ON "cart_items"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "orders_tenant_id_created_at_id_idx" ON "orders"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "orders_tenant_id_client_id_created_at_id_idx" ON "orders"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "orders_tenant_id_status_created_at_id_idx" ON "orders"("tenant_id", "status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_tenant_id_id_key" ON "orders"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "orders_tenant_id_number_key" ON "orders"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "order_lines_tenant_id_id_key" ON "order_lines"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "order_lines_tenant_id_order_id_position_key" ON "order_lines"("tenant_id", "order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_connections_tenant_id_id_key" ON "gateway_connections"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "payments_tenant_id_created_at_id_idx" ON "payments"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_tenant_id_client_id_created_at_id_idx" ON "payments"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payments_tenant_id_invoice_id_idx" ON "payments"("tenant_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_tenant_id_id_key" ON "payments"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "payments_tenant_id_number_key" ON "payments"("tenant_id", "number");

-- CreateIndex
CREATE INDEX "payment_allocations_tenant_id_invoice_id_idx" ON "payment_allocations"("tenant_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_allocations_tenant_id_id_key" ON "payment_allocations"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_events_tenant_id_id_key" ON "gateway_events"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "gateway_events_tenant_id_connection_id_external_id_key" ON "gateway_events"("tenant_id", "connection_id", "external_id");

-- CreateIndex
CREATE INDEX "services_tenant_id_client_id_created_at_id_idx" ON "services"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "services_tenant_id_status_created_at_id_idx" ON "services"("tenant_id", "status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "services_tenant_id_id_key" ON "services"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "services_tenant_id_subscription_id_key" ON "services"("tenant_id", "subscription_id");

-- CreateIndex
CREATE INDEX "service_actions_tenant_id_service_id_created_at_idx" ON "service_actions"("tenant_id", "service_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "service_actions_tenant_id_id_key" ON "service_actions"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "staff_tasks_tenant_id_status_created_at_id_idx" ON "staff_tasks"("tenant_id", "status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_tasks_tenant_id_id_key" ON "staff_tasks"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "subscriptions_tenant_id_client_id_created_at_id_idx" ON "subscriptions"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "subscriptions_tenant_id_status_created_at_id_idx" ON "subscriptions"("tenant_id", "status", "created_at", "id");

-- CreateIndex
CREATE INDEX "subscriptions_tenant_id_order_id_idx" ON "subscriptions"("tenant_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_tenant_id_id_key" ON "subscriptions"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subscriptions_tenant_id_number_key" ON "subscriptions"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_items_tenant_id_id_key" ON "subscription_items"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_items_tenant_id_subscription_id_position_key" ON "subscription_items"("tenant_id", "subscription_id", "position");

-- CreateIndex
CREATE INDEX "timeline_entries_tenant_id_client_id_at_id_idx" ON "timeline_entries"("tenant_id", "client_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "timeline_entries_tenant_id_id_key" ON "timeline_entries"("tenant_id", "id");

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_tenant_id_group_id_fkey" FOREIGN KEY ("tenant_id", "group_id") REFERENCES "product_groups"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "products"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_plan_id_fkey" FOREIGN KEY ("tenant_id", "plan_id") REFERENCES "plans"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_choice_id_fkey" FOREIGN KEY ("tenant_id", "choice_id") REFERENCES "option_choices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_tenant_id_addon_id_fkey" FOREIGN KEY ("tenant_id", "addon_id") REFERENCES "addons"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_options" ADD CONSTRAINT "product_options_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "products"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "option_choices" ADD CONSTRAINT "option_choices_tenant_id_option_id_fkey" FOREIGN KEY ("tenant_id", "option_id") REFERENCES "product_options"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_fields" ADD CONSTRAINT "product_fields_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "products"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_addons" ADD CONSTRAINT "product_addons_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "products"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_addons" ADD CONSTRAINT "product_addons_tenant_id_addon_id_fkey" FOREIGN KEY ("tenant_id", "addon_id") REFERENCES "addons"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_tenant_id_cart_id_fkey" FOREIGN KEY ("tenant_id", "cart_id") REFERENCES "carts"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "orders"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_connection_id_fkey" FOREIGN KEY ("tenant_id", "connection_id") REFERENCES "gateway_connections"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "payments"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_actions" ADD CONSTRAINT "service_actions_tenant_id_service_id_fkey" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "services"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_items" ADD CONSTRAINT "subscription_items_tenant_id_subscription_id_fkey" FOREIGN KEY ("tenant_id", "subscription_id") REFERENCES "subscriptions"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: isolation, references, checks, what may change.
select isolate_table(t::regclass, 'shared', 'select, insert, update')
from unnest(array['product_groups', 'products', 'plans', 'product_options', 'option_choices', 'product_fields', 'addons', 'coupons']) t;
select isolate_table('prices', 'shared', 'select, insert');
select isolate_table('product_addons', 'shared', 'select, insert, delete');
select isolate_table('carts', 'shared', 'select, insert, update, delete');
select isolate_table('cart_items', 'shared', 'select, insert, update, delete');
select isolate_table(t::regclass, 'client', 'select, insert, update')
from unnest(array['orders', 'order_lines', 'subscriptions', 'subscription_items', 'services', 'service_actions']) t;
select isolate_table('tax_rules', 'shared', 'select, insert, update, delete');
select isolate_table(t::regclass, 'client', 'select, insert, update, delete') from unnest(array['invoices', 'invoice_lines', 'invoice_taxes']) t;
select isolate_table('gateway_connections', 'shared', 'select, insert, update');
select isolate_table('payments', 'client', 'select, insert');
select isolate_table('payment_allocations', 'client', 'select, insert');
select isolate_table('gateway_events', 'staff', 'select, insert');
select isolate_table('staff_tasks', 'staff', 'select, insert, update');
select isolate_table('plugin_values', 'staff', 'select, insert, update, delete');
select isolate_table('timeline_entries', 'client', 'select, insert');

-- A price is closed, never changed; a payment's amount and payer stay; an event of a gateway is only marked as seen to.
grant update (valid_until) on prices to panel1_app;
grant update (status, credited_minor, reference, method, action_url, failure_code, failure_detail, received_at, version, updated_at)
  on payments to panel1_app;
grant update (payment_id, outcome, processed_at) on gateway_events to panel1_app;

-- What a client's person may read of the catalogue they may not write.
do $$
declare target text;
begin
  foreach target in array array['product_groups', 'products', 'plans', 'prices', 'product_options', 'option_choices', 'product_fields',
    'addons', 'product_addons', 'coupons', 'tax_rules', 'gateway_connections'] loop
    execute format('create policy company_adds on %I as restrictive for insert to panel1_app with check ((select app_client()) is null)', target);
    execute format('create policy company_changes on %I as restrictive for update to panel1_app using ((select app_client()) is null)', target);
  end loop;
end $$;
create policy client_sees_public on timeline_entries as restrictive for select to panel1_app
  using (is_public or (select app_client()) is null);

do $$
declare target text;
begin
  foreach target in array array['product_groups', 'products', 'plans', 'prices', 'product_options', 'option_choices', 'product_fields',
    'addons', 'coupons', 'carts', 'cart_items', 'orders', 'order_lines', 'subscriptions', 'subscription_items', 'services',
    'service_actions', 'staff_tasks', 'tax_rules', 'invoices', 'invoice_lines', 'invoice_taxes', 'gateway_connections', 'payments',
    'payment_allocations', 'gateway_events', 'plugin_values', 'timeline_entries', 'product_addons'] loop
    execute format('alter table %I add constraint %I foreign key (tenant_id) references tenants (id)', target, target || '_tenant_fkey');
  end loop;
  foreach target in array array['orders', 'order_lines', 'subscriptions', 'subscription_items', 'services', 'service_actions', 'invoices',
    'invoice_lines', 'invoice_taxes', 'payments', 'payment_allocations', 'timeline_entries', 'carts'] loop
    execute format('alter table %I add constraint %I foreign key (tenant_id, client_id) references clients (tenant_id, id)', target, target || '_client_fkey');
  end loop;
end $$;

alter table cart_items add constraint cart_items_plan_fkey foreign key (tenant_id, plan_id) references plans (tenant_id, id);
alter table carts add constraint carts_order_fkey foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table orders add constraint orders_coupon_fkey foreign key (tenant_id, coupon_id) references coupons (tenant_id, id);
alter table orders add constraint orders_invoice_fkey foreign key (tenant_id, invoice_id) references invoices (tenant_id, id);
alter table order_lines add constraint order_lines_plan_fkey foreign key (tenant_id, plan_id) references plans (tenant_id, id);
alter table order_lines add constraint order_lines_choice_fkey foreign key (tenant_id, choice_id) references option_choices (tenant_id, id);
alter table order_lines add constraint order_lines_addon_fkey foreign key (tenant_id, addon_id) references addons (tenant_id, id);
alter table order_lines add constraint order_lines_price_fkey foreign key (tenant_id, price_id) references prices (tenant_id, id);
alter table order_lines add constraint order_lines_subscription_fkey foreign key (tenant_id, subscription_id) references subscriptions (tenant_id, id);
alter table subscriptions add constraint subscriptions_order_fkey foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table subscriptions add constraint subscriptions_product_fkey foreign key (tenant_id, product_id) references products (tenant_id, id);
alter table subscriptions add constraint subscriptions_plan_fkey foreign key (tenant_id, plan_id) references plans (tenant_id, id);
alter table subscription_items add constraint subscription_items_plan_fkey foreign key (tenant_id, plan_id) references plans (tenant_id, id);
alter table subscription_items add constraint subscription_items_choice_fkey foreign key (tenant_id, choice_id) references option_choices (tenant_id, id);
alter table subscription_items add constraint subscription_items_addon_fkey foreign key (tenant_id, addon_id) references addons (tenant_id, id);
alter table subscription_items add constraint subscription_items_price_fkey foreign key (tenant_id, price_id) references prices (tenant_id, id);
alter table services add constraint services_subscription_fkey foreign key (tenant_id, subscription_id) references subscriptions (tenant_id, id);
alter table services add constraint services_plan_fkey foreign key (tenant_id, plan_id) references plans (tenant_id, id);
alter table services add constraint services_product_fkey foreign key (tenant_id, product_id) references products (tenant_id, id);
alter table services add constraint services_secret_fkey foreign key (tenant_id, secret_id) references secrets (tenant_id, id);
alter table staff_tasks add constraint staff_tasks_service_fkey foreign key (tenant_id, service_id) references services (tenant_id, id);
alter table staff_tasks add constraint staff_tasks_action_fkey foreign key (tenant_id, action_id) references service_actions (tenant_id, id);
alter table invoices add constraint invoices_order_fkey foreign key (tenant_id, order_id) references orders (tenant_id, id);
alter table invoice_lines add constraint invoice_lines_subscription_fkey foreign key (tenant_id, subscription_id) references subscriptions (tenant_id, id);
alter table invoice_lines add constraint invoice_lines_price_fkey foreign key (tenant_id, price_id) references prices (tenant_id, id);
alter table payments add constraint payments_invoice_fkey foreign key (tenant_id, invoice_id) references invoices (tenant_id, id);
alter table payment_allocations add constraint payment_allocations_invoice_fkey foreign key (tenant_id, invoice_id) references invoices (tenant_id, id);
alter table gateway_connections add constraint gateway_connections_secret_fkey foreign key (tenant_id, secret_id) references secrets (tenant_id, id);
alter table gateway_events add constraint gateway_events_connection_fkey foreign key (tenant_id, connection_id) references gateway_connections (tenant_id, id);
alter table gateway_events add constraint gateway_events_payment_fkey foreign key (tenant_id, payment_id) references payments (tenant_id, id);

-- One owner of a price, one current version of it for each currency and cycle.
alter table prices add constraint prices_have_one_owner check (num_nonnulls(plan_id, choice_id, addon_id) = 1);
alter table prices add constraint prices_are_not_negative check (amount_minor >= 0 and setup_minor >= 0);
alter table prices add constraint prices_run_forward check (valid_until is null or valid_until >= valid_from);
create unique index prices_current_of_plan on prices (tenant_id, plan_id, currency, cycle) where valid_until is null and plan_id is not null;
create unique index prices_current_of_choice on prices (tenant_id, choice_id, currency, cycle) where valid_until is null and choice_id is not null;
create unique index prices_current_of_addon on prices (tenant_id, addon_id, currency, cycle) where valid_until is null and addon_id is not null;
create index prices_of_plan on prices (tenant_id, plan_id) where plan_id is not null;
create index prices_of_choice on prices (tenant_id, choice_id) where choice_id is not null;
create index prices_of_addon on prices (tenant_id, addon_id) where addon_id is not null;
alter table prices add constraint prices_cycle check (cycle ~ '^(once|[1-9][0-9]{0,2}[dwmy])$');
alter table cart_items add constraint cart_items_cycle check (cycle ~ '^(once|[1-9][0-9]{0,2}[dwmy])$');
alter table subscriptions add constraint subscriptions_cycle check (cycle ~ '^(once|[1-9][0-9]{0,2}[dwmy])$');
alter table plans add constraint plans_stock check (stock >= 0);
alter table cart_items add constraint cart_items_quantity check (quantity between 1 and 1000);
alter table order_lines add constraint order_lines_add_up check (
  case when kind = 'DISCOUNT' then amount_minor <= 0 else amount_minor = quantity * (unit_minor + setup_minor) - discount_minor end);
alter table orders add constraint orders_add_up check (total_minor = net_minor + tax_minor and net_minor >= 0 and tax_minor >= 0);
alter table coupons add constraint coupons_code check (code = upper(code) and code ~ '^[A-Z0-9][A-Z0-9_-]{2,39}$');
alter table coupons add constraint coupons_uses check (uses >= 0 and (max_uses is null or uses <= max_uses));
alter table invoices add constraint invoices_add_up check (total_minor = net_minor + tax_minor and paid_minor between 0 and total_minor);
alter table invoices add constraint invoices_issued_have_numbers check (
  (status = 'DRAFT') = (number is null) and (number is null) = (sequence is null) and (number is null) = (issued_on is null)
  and (number is null) = (due_on is null) and (number is null) = (seller is null) and (number is null) = (buyer is null));
alter table invoices add constraint invoices_paid_are_paid check (status <> 'PAID' or paid_minor = total_minor);
create unique index invoices_number on invoices (tenant_id, series, sequence) where number is not null;
create unique index invoices_number_text on invoices (tenant_id, number) where number is not null;
create unique index invoices_order on invoices (tenant_id, order_id) where order_id is not null and status <> 'VOID';
create index invoices_open on invoices (tenant_id, due_on, id) where status in ('ISSUED', 'PARTLY_PAID');
alter table payments add constraint payments_amount check (amount_minor > 0 and credited_minor between 0 and amount_minor);
create unique index payments_reference on payments (tenant_id, connection_id, reference) where reference is not null;
create index payments_open on payments (tenant_id, updated_at) where status in ('PENDING', 'REQUIRES_ACTION', 'PROCESSING', 'UNKNOWN');
alter table payment_allocations add constraint payment_allocations_amount check (amount_minor <> 0);
alter table service_actions add constraint service_actions_end check ((status in ('SUCCEEDED', 'FAILED')) = (ended_at is not null));
create unique index service_actions_one_at_a_time on service_actions (tenant_id, service_id) where status not in ('SUCCEEDED', 'FAILED');
create unique index staff_tasks_one_for_an_action on staff_tasks (tenant_id, action_id) where status = 'OPEN' and action_id is not null;
create index timeline_entries_about on timeline_entries using gin (about);

-- An invoice is what it was at its issue, for every role (R51): only its status and what was paid of it move.
create function invoice_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.status <> 'DRAFT' then raise exception 'an issued invoice is not deleted' using errcode = 'integrity_constraint_violation'; end if;
    return old;
  end if;
  if old.status = 'DRAFT' then return new; end if;
  if (to_jsonb(new) - array['status', 'paid_minor', 'paid_at', 'voided_at', 'void_reason', 'version', 'updated_at'])
    <> (to_jsonb(old) - array['status', 'paid_minor', 'paid_at', 'voided_at', 'void_reason', 'version', 'updated_at']) or new.status = 'DRAFT' then
    raise exception 'an issued invoice does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger invoices_are_final before update or delete on invoices for each row execute function invoice_is_final();

create function invoice_part_is_final() returns trigger language plpgsql as $$
declare
  row_tenant uuid := coalesce(new.tenant_id, old.tenant_id);
  row_invoice uuid := coalesce(new.invoice_id, old.invoice_id);
begin
  if not exists (select 1 from invoices i where i.tenant_id = row_tenant and i.id = row_invoice and i.status = 'DRAFT') then
    raise exception 'the parts of an issued invoice do not change' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger invoice_lines_are_final before insert or update or delete on invoice_lines for each row execute function invoice_part_is_final();
create trigger invoice_taxes_are_final before insert or update or delete on invoice_taxes for each row execute function invoice_part_is_final();

-- Stock and uses of a coupon are taken in the transaction of the order, by whoever orders: never below nothing, never beyond the limit.
create function take_stock(plan uuid, wanted int) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  update plans set stock = stock - wanted
  where tenant_id = app_tenant() and id = plan and wanted between 1 and 1000 and (stock is null or stock >= wanted)
  returning true
$$;
create function return_stock(plan uuid, given int) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  update plans set stock = stock + given
  where tenant_id = app_tenant() and app_client() is null and id = plan and given between 1 and 1000 returning true
$$;
create function use_coupon(coupon uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  update coupons set uses = uses + 1
  where tenant_id = app_tenant() and id = coupon and is_active and (max_uses is null or uses < max_uses)
  returning true
$$;
revoke all on function take_stock(uuid, int), return_stock(uuid, int), use_coupon(uuid) from public;
grant execute on function take_stock(uuid, int), return_stock(uuid, int), use_coupon(uuid) to panel1_app;

-- The housekeeper's and the scheduler's views across companies.
create policy platform on carts to panel1_platform using (true) with check (true);
grant select (tenant_id, id, expires_at, order_id), delete on carts to panel1_platform;
create policy platform on payments for select to panel1_platform using (true);
grant select (tenant_id, id, status, updated_at) on payments to panel1_platform;
