-- CreateEnum
CREATE TYPE "tenant_kind" AS ENUM ('COMPANY', 'PLATFORM');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "user_status" ADD VALUE 'PENDING';
ALTER TYPE "user_status" ADD VALUE 'ERASED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "client_status" ADD VALUE 'MERGED';
ALTER TYPE "client_status" ADD VALUE 'ERASED';

-- A user may act for several clients: the link becomes a row of its own, filled from the old column before that goes.
drop policy tenant on users;
create table memberships_before as
  select tenant_id, id as user_id, client_id, role, created_at, updated_at from users where client_id is not null;

-- DropForeignKey
ALTER TABLE "users" DROP CONSTRAINT "users_tenant_id_client_id_fkey";

-- DropIndex
DROP INDEX "users_tenant_id_client_id_idx";

-- AlterTable
ALTER TABLE "users" DROP COLUMN "client_id",
ADD COLUMN     "email_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "password_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "status_reason" TEXT,
ADD COLUMN     "time_zone" TEXT;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "authenticated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "client_id" UUID,
ADD COLUMN     "device_id" UUID,
ADD COLUMN     "idle_minutes" INTEGER NOT NULL DEFAULT 10080,
ADD COLUMN     "impersonation_reason" TEXT,
ADD COLUMN     "impersonator_id" UUID,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN     "place" CHAR(2),
ADD COLUMN     "revoked_reason" TEXT,
ADD COLUMN     "second_factor_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "client_id" UUID;

-- AlterTable
ALTER TABLE "clients" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "city" TEXT,
ADD COLUMN     "credit_limit_minor" BIGINT,
ADD COLUMN     "credit_terms_days" INTEGER,
ADD COLUMN     "currency_locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "custom_values" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "group_id" UUID,
ADD COLUMN     "line1" TEXT,
ADD COLUMN     "line2" TEXT,
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "postal_code" TEXT,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "tax_number" TEXT;

-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "by_id" UUID,
ADD COLUMN     "by_name" TEXT;

-- AlterTable
ALTER TABLE "tenants" ADD COLUMN     "accent" TEXT,
ADD COLUMN     "city" TEXT,
ADD COLUMN     "dark_logo_file_id" UUID,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "icon_file_id" UUID,
ADD COLUMN     "imprint_url" TEXT,
ADD COLUMN     "kind" "tenant_kind" NOT NULL DEFAULT 'COMPANY',
ADD COLUMN     "line1" TEXT,
ADD COLUMN     "line2" TEXT,
ADD COLUMN     "logo_file_id" UUID,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "postal_code" TEXT,
ADD COLUMN     "privacy_url" TEXT,
ADD COLUMN     "region" TEXT,
ADD COLUMN     "registration_number" TEXT,
ADD COLUMN     "support_url" TEXT,
ADD COLUMN     "suspended_reason" TEXT,
ADD COLUMN     "terms_url" TEXT;

-- AlterTable
ALTER TABLE "tenant_domains" ADD COLUMN     "is_primary" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_roles" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" "user_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "permissions" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "email" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" "user_kind" NOT NULL,
    "client_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "language" TEXT,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_challenges" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "method" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "holder_hash" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_factors" (
    "user_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "envelope" TEXT NOT NULL,
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "totp_factors_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "code_hash" BYTEA NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("tenant_id","user_id","code_hash")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "relying_party" TEXT NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_providers" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "oauth_client_id" TEXT NOT NULL,
    "secret_id" UUID NOT NULL,
    "scopes" TEXT[],
    "is_enabled" BOOLEAN NOT NULL,
    "for_staff" BOOLEAN NOT NULL,
    "for_clients" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "linked_identities" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "linked_identities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_devices" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "user_agent" TEXT,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttles" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "client_groups" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tone" TEXT NOT NULL DEFAULT 'neutral',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "position" TEXT,
    "language" TEXT,
    "mails" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_notes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_files" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_visible" BOOLEAN NOT NULL DEFAULT false,
    "uploaded_by_id" UUID,
    "uploaded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custom_fields" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" JSONB NOT NULL,
    "help" JSONB NOT NULL DEFAULT '{}',
    "kind" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "is_visible_to_client" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marketing_consents" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "user_id" UUID,
    "client_id" UUID,
    "is_given" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "address" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marketing_consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("tenant_id","key")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "memberships_tenant_id_client_id_id_idx" ON "memberships"("tenant_id", "client_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_tenant_id_id_key" ON "memberships"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_tenant_id_user_id_client_id_key" ON "memberships"("tenant_id", "user_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_roles_tenant_id_id_key" ON "custom_roles"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_roles_tenant_id_name_key" ON "custom_roles"("tenant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_id_key" ON "one_time_tokens"("id");

-- CreateIndex
CREATE INDEX "one_time_tokens_tenant_id_user_id_purpose_idx" ON "one_time_tokens"("tenant_id", "user_id", "purpose");

-- CreateIndex
CREATE INDEX "one_time_tokens_expires_at_idx" ON "one_time_tokens"("expires_at");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_created_at_id_idx" ON "invitations"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_client_id_idx" ON "invitations"("tenant_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_tenant_id_id_key" ON "invitations"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "sign_in_challenges_expires_at_idx" ON "sign_in_challenges"("expires_at");

-- CreateIndex
CREATE INDEX "totp_factors_key_id_idx" ON "totp_factors"("key_id");

-- CreateIndex
CREATE INDEX "passkeys_tenant_id_user_id_idx" ON "passkeys"("tenant_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_tenant_id_credential_id_key" ON "passkeys"("tenant_id", "credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_providers_tenant_id_id_key" ON "identity_providers"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "linked_identities_tenant_id_user_id_idx" ON "linked_identities"("tenant_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "linked_identities_tenant_id_provider_id_subject_key" ON "linked_identities"("tenant_id", "provider_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "known_devices_tenant_id_user_id_secret_hash_key" ON "known_devices"("tenant_id", "user_id", "secret_hash");

-- CreateIndex
CREATE INDEX "sign_in_throttles_last_at_idx" ON "sign_in_throttles"("last_at");

-- CreateIndex
CREATE UNIQUE INDEX "client_groups_tenant_id_id_key" ON "client_groups"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "client_groups_tenant_id_name_key" ON "client_groups"("tenant_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_tenant_id_id_key" ON "contacts"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contacts_tenant_id_client_id_email_key" ON "contacts"("tenant_id", "client_id", "email");

-- CreateIndex
CREATE INDEX "client_notes_tenant_id_client_id_created_at_id_idx" ON "client_notes"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "client_notes_tenant_id_id_key" ON "client_notes"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "client_files_tenant_id_client_id_created_at_id_idx" ON "client_files"("tenant_id", "client_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "client_files_tenant_id_id_key" ON "client_files"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_tenant_id_id_key" ON "custom_fields"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "custom_fields_tenant_id_subject_key_key" ON "custom_fields"("tenant_id", "subject", "key");

-- CreateIndex
CREATE INDEX "marketing_consents_tenant_id_email_at_idx" ON "marketing_consents"("tenant_id", "email", "at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_tenant_id_id_key" ON "stored_files"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "users_tenant_id_created_at_id_idx" ON "users"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "clients_tenant_id_group_id_idx" ON "clients"("tenant_id", "group_id");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_actor_id_sequence_idx" ON "audit_log"("tenant_id", "actor_id", "sequence");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_at_idx" ON "audit_log"("tenant_id", "at");

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_user_id_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "users"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_client_id_fkey" FOREIGN KEY ("tenant_id", "client_id") REFERENCES "clients"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_tenant_id_group_id_fkey" FOREIGN KEY ("tenant_id", "group_id") REFERENCES "client_groups"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

insert into memberships (id, tenant_id, user_id, client_id, role, created_at, updated_at)
  select gen_random_uuid(), tenant_id, user_id, client_id, role, created_at, updated_at from memberships_before;
drop table memberships_before;
update sessions s set client_id = m.client_id from memberships m where m.tenant_id = s.tenant_id and m.user_id = s.user_id;
-- What was there before is trusted as it was: addresses count as confirmed.
update users set email_verified_at = created_at;

-- A person bound to a client sees the people of that client.
create policy tenant on users to panel1_app
  using (tenant_id = (select app_tenant()) and ((select app_client()) is null
    or id in (select m.user_id from memberships m where m.tenant_id = (select app_tenant()) and m.client_id = (select app_client()))))
  with check (tenant_id = (select app_tenant()) and ((select app_client()) is null
    or id in (select m.user_id from memberships m where m.tenant_id = (select app_tenant()) and m.client_id = (select app_client()))));

select isolate_table('memberships', 'client', 'select, insert, update, delete');
select isolate_table('custom_roles', 'shared', 'select, insert, update, delete');
select isolate_table('invitations', 'client', 'select, insert, update');
select isolate_table('identity_providers', 'shared', 'select, insert, update, delete');
select isolate_table('linked_identities', 'shared', 'select, insert, update, delete');
select isolate_table('known_devices', 'shared', 'insert, update, delete');
grant select (id, tenant_id, user_id, user_agent, address, created_at, last_seen_at) on known_devices to panel1_app;
select isolate_table('sign_in_throttles', 'shared', 'select, insert, update, delete');
select isolate_table('sign_in_challenges', 'shared', 'select, insert, update, delete');
select isolate_table('passkeys', 'shared', 'select, insert, update, delete');
-- Hashes and envelopes are written, never read as columns (S-62).
select isolate_table('one_time_tokens', 'shared', 'insert');
grant select (id, tenant_id, purpose, user_id, email, created_at, expires_at, used_at, revoked_at) on one_time_tokens to panel1_app;
grant update (revoked_at) on one_time_tokens to panel1_app;
select isolate_table('totp_factors', 'shared', 'insert, delete');
grant select (tenant_id, user_id, created_at, confirmed_at, last_step) on totp_factors to panel1_app;
grant update (confirmed_at, last_step) on totp_factors to panel1_app;
select isolate_table('recovery_codes', 'shared', 'insert, delete');
grant select (tenant_id, user_id, created_at, used_at) on recovery_codes to panel1_app;
select isolate_table('client_groups', 'staff', 'select, insert, update, delete');
select isolate_table('contacts', 'client', 'select, insert, update, delete');
select isolate_table('client_notes', 'staff', 'select, insert, update, delete');
select isolate_table('client_files', 'client', 'select, insert, update, delete');
select isolate_table('custom_fields', 'shared', 'select, insert, update');
select isolate_table('marketing_consents', 'shared', 'select, insert');
select isolate_table('settings', 'shared', 'select, insert, update, delete');
select isolate_table('stored_files', 'shared', 'select, insert, delete');

create policy platform on totp_factors to panel1_platform using (true) with check (true);
grant select (tenant_id, user_id, key_id, envelope) on totp_factors to panel1_platform;
grant update (key_id, envelope) on totp_factors to panel1_platform;
create policy platform on one_time_tokens to panel1_platform using (true) with check (true);
grant select (id, tenant_id, expires_at), delete on one_time_tokens to panel1_platform;
create policy platform on sign_in_challenges to panel1_platform using (true) with check (true);
grant select (id, tenant_id, expires_at), delete on sign_in_challenges to panel1_platform;
create policy platform on sign_in_throttles to panel1_platform using (true) with check (true);
grant select, delete on sign_in_throttles to panel1_platform;
grant update on tenant_domains to panel1_platform;
grant update (is_primary) on tenant_domains to panel1_app;
grant insert on tenants to panel1_platform;

create unique index tenants_one_platform on tenants ((true)) where kind = 'PLATFORM';
create unique index tenant_domains_one_primary on tenant_domains (tenant_id) where is_primary;
create index clients_tags on clients using gin (tenant_id, tags);
create unique index invitations_open on invitations (tenant_id, email, coalesce(client_id, '00000000-0000-0000-0000-000000000000'::uuid))
  where accepted_at is null and revoked_at is null;

grant select (client_id) on api_keys to panel1_app;
alter table api_keys add constraint api_keys_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table memberships add constraint memberships_role check (role <> '');
alter table one_time_tokens add constraint one_time_tokens_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table one_time_tokens add constraint one_time_tokens_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table invitations add constraint invitations_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table invitations add constraint invitations_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table invitations add constraint invitations_client_kind check ((kind = 'CLIENT') = (client_id is not null));
alter table sign_in_challenges add constraint sign_in_challenges_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table sign_in_challenges add constraint sign_in_challenges_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table totp_factors add constraint totp_factors_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table recovery_codes add constraint recovery_codes_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table passkeys add constraint passkeys_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table linked_identities add constraint linked_identities_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table linked_identities add constraint linked_identities_provider_fkey
  foreign key (tenant_id, provider_id) references identity_providers (tenant_id, id);
alter table known_devices add constraint known_devices_user_fkey foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table sign_in_throttles add constraint sign_in_throttles_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table identity_providers add constraint identity_providers_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table identity_providers add constraint identity_providers_secret_fkey foreign key (tenant_id, secret_id) references secrets (tenant_id, id);
alter table custom_roles add constraint custom_roles_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table contacts add constraint contacts_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table client_notes add constraint client_notes_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table stored_files add constraint stored_files_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table stored_files add constraint stored_files_size check (size_bytes = octet_length(content));
alter table client_files add constraint client_files_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table client_files add constraint client_files_file_fkey foreign key (tenant_id, file_id) references stored_files (tenant_id, id);
alter table custom_fields add constraint custom_fields_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table custom_fields add constraint custom_fields_key check (key ~ '^[a-z][a-z0-9_]{0,39}$');
alter table marketing_consents add constraint marketing_consents_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table settings add constraint settings_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table sessions add constraint sessions_client_fkey foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table sessions add constraint sessions_impersonator_fkey foreign key (tenant_id, impersonator_id) references users (tenant_id, id);
alter table clients add constraint clients_merged_fkey foreign key (tenant_id, merged_into_id) references clients (tenant_id, id);
alter table clients add constraint clients_merged_state check ((status::text = 'MERGED') = (merged_into_id is not null));
alter table clients add constraint clients_credit_terms check (credit_terms_days between 0 and 365);
alter table contacts add constraint contacts_email_canonical check (email = lower(email) and email !~ '[[:space:][:cntrl:]]');
alter table invitations add constraint invitations_email_canonical check (email = lower(email) and email !~ '[[:space:][:cntrl:]]');
-- The files that a brand names are the tenant's own.
alter table tenants add constraint tenants_logo_fkey foreign key (id, logo_file_id) references stored_files (tenant_id, id);
alter table tenants add constraint tenants_dark_logo_fkey foreign key (id, dark_logo_file_id) references stored_files (tenant_id, id);
alter table tenants add constraint tenants_icon_fkey foreign key (id, icon_file_id) references stored_files (tenant_id, id);

-- The tenant that answers on a host; where the installation has exactly one company, that one answers on any host. The platform
-- is no company: it answers on hosts of its own, or below /platform on any.
create or replace function tenant_for_host(wanted text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select tenant_id from tenant_domains where host = lower(wanted)),
    (select min(id::text)::uuid from tenants where kind = 'COMPANY' having count(*) = 1)
  )
$$;

create function platform_tenant() returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from tenants where kind = 'PLATFORM'
$$;

create or replace function is_installation_empty() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select 1 from tenants where kind = 'COMPANY')
$$;

-- Uses a single-use token up: its row once, for one caller, before it expires and while its user is in force; nothing else.
create function use_one_time_token(wanted bytea, wanted_purpose text, at timestamptz)
returns table (id uuid, user_id uuid, email text, data jsonb)
language sql volatile security definer set search_path = public, pg_temp as $$
  update one_time_tokens t set used_at = at
  where t.token_hash = wanted and t.tenant_id = app_tenant() and t.purpose = wanted_purpose
    and t.used_at is null and t.revoked_at is null and t.expires_at > at
    and (t.user_id is null or exists (
      select 1 from users u where u.tenant_id = t.tenant_id and u.id = t.user_id and u.status::text in ('ACTIVE', 'PENDING')))
  returning t.id, t.user_id, t.email, t.data
$$;

-- What a token that could still be used is for; pages ask before they show their form. Reading it does not use it.
create function peek_one_time_token(wanted bytea, wanted_purpose text, at timestamptz)
returns table (id uuid, user_id uuid, email text, data jsonb, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.user_id, t.email, t.data, t.expires_at from one_time_tokens t
  where t.token_hash = wanted and t.tenant_id = app_tenant() and t.purpose = wanted_purpose
    and t.used_at is null and t.revoked_at is null and t.expires_at > at
$$;

-- The envelope of an authenticator's secret.
create function totp_envelope(owner_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select envelope from totp_factors where tenant_id = app_tenant() and user_id = owner_id
$$;

-- Uses a recovery code up: true once.
create function use_recovery_code(owner_id uuid, wanted bytea, at timestamptz) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (
    update recovery_codes set used_at = at
    where tenant_id = app_tenant() and user_id = owner_id and code_hash = wanted and used_at is null
    returning 1
  )
  select exists (select 1 from used)
$$;

-- The known device that a browser's cookie names, for one user.
create function known_device(owner_id uuid, wanted bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select id from known_devices where tenant_id = app_tenant() and user_id = owner_id and secret_hash = wanted
$$;

-- The clients that a user may act for, also while bound to one of them.
create function clients_of_user(owner_id uuid)
returns table (client_id uuid, name text, number bigint, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, coalesce(c.company_name, c.name), c.number, m.role
  from memberships m join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id
  where m.tenant_id = app_tenant() and m.user_id = owner_id and c.status = 'ACTIVE'
  order by 2, 1
$$;

drop function session_holder(uuid, uuid, uuid, interval);

-- Who is signed in by a session, in one round trip: empty unless session, user, tenant and (while staff act as the user) the
-- member of staff are all in force. A client's user acts for one client at a time; without any, for a client that nobody is, so
-- that no policy ever takes such a person for staff. Notes the visit at most once a minute.
create function session_holder(tenant uuid, wanted uuid, owner_id uuid)
returns table (id uuid, name text, email text, language text, role text, role_permissions text[], kind user_kind, client_id uuid,
  method text, authenticated_at timestamptz, second_factor_at timestamptz, has_second_factor boolean,
  impersonator_id uuid, impersonator_name text, impersonation_reason text, expires_at timestamptz)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select u.id, u.name, u.email, u.language,
      case when u.kind = 'STAFF' then u.role else coalesce(m.role, '') end as role, u.kind,
      case when u.kind = 'CLIENT' then coalesce(m.client_id, '00000000-0000-0000-0000-000000000000'::uuid) end as client_id,
      s.method, s.authenticated_at, s.second_factor_at, s.impersonator_id, i.name as impersonator_name, s.impersonation_reason,
      s.expires_at
    from sessions s
      join users u on u.tenant_id = s.tenant_id and u.id = s.user_id and u.status = 'ACTIVE'
      join tenants t on t.id = s.tenant_id and t.status = 'ACTIVE'
      left join users i on i.tenant_id = s.tenant_id and i.id = s.impersonator_id and i.status = 'ACTIVE' and i.kind = 'STAFF'
      left join lateral (
        select m.client_id, m.role from memberships m
          join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id and c.status = 'ACTIVE'
        where m.tenant_id = s.tenant_id and m.user_id = s.user_id and u.kind = 'CLIENT'
        order by m.client_id = s.client_id desc nulls last, m.created_at, m.id limit 1
      ) m on true
    where s.tenant_id = tenant and s.id = wanted and s.user_id = owner_id
      and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => s.idle_minutes)
      and (s.impersonator_id is null or i.id is not null)
  ), noted as (
    update sessions s set last_seen_at = now() from live
    where s.tenant_id = tenant and s.id = wanted and s.last_seen_at < now() - interval '1 minute'
    returning 1
  )
  select live.id, live.name, live.email, live.language, live.role, r.permissions, live.kind, live.client_id, live.method,
    live.authenticated_at, live.second_factor_at,
    exists (select 1 from totp_factors f where f.tenant_id = tenant and f.user_id = live.id and f.confirmed_at is not null),
    live.impersonator_id, live.impersonator_name, live.impersonation_reason, live.expires_at
  from live left join custom_roles r on r.tenant_id = tenant and r.id::text = live.role and r.kind = live.kind
$$;

drop function api_key_holder(uuid, bytea);

-- Who stands behind an API key, in one round trip: empty unless key, creator and tenant are all in force. Notes the use at most once a minute.
create function api_key_holder(tenant uuid, wanted bytea)
returns table (id uuid, name text, scopes text[], role text, role_permissions text[], kind user_kind, client_id uuid)
language sql volatile security definer set search_path = public, pg_temp as $$
  with live as (
    select k.id, k.name, k.scopes, case when u.kind = 'STAFF' then u.role else coalesce(m.role, '') end as role, u.kind,
      case when u.kind = 'CLIENT' then coalesce(m.client_id, '00000000-0000-0000-0000-000000000000'::uuid) end as client_id
    from api_keys k
      join users u on u.tenant_id = k.tenant_id and u.id = k.created_by_id and u.status = 'ACTIVE'
      join tenants t on t.id = k.tenant_id and t.status = 'ACTIVE'
      left join lateral (
        select m.client_id, m.role from memberships m
          join clients c on c.tenant_id = m.tenant_id and c.id = m.client_id and c.status = 'ACTIVE'
        where m.tenant_id = k.tenant_id and m.user_id = u.id and u.kind = 'CLIENT' and m.client_id = k.client_id limit 1
      ) m on true
    where k.tenant_id = tenant and k.secret_hash = wanted
      and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
  ), noted as (
    update api_keys k set last_used_at = now() from live
    where k.tenant_id = tenant and k.id = live.id
      and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute')
    returning 1
  )
  select live.id, live.name, live.scopes, live.role, r.permissions, live.kind, live.client_id
  from live left join custom_roles r on r.tenant_id = tenant and r.id::text = live.role and r.kind = live.kind
$$;

-- The audit chain names the member of staff behind an actor where there is one. Entries without keep the hash that they have.
create or replace function audit_row_hash(previous bytea, e audit_log) returns bytea language sql immutable as $$
  select sha256(previous || convert_to((jsonb_build_array(
    e.tenant_id, e.sequence, e.id, round(extract(epoch from e.at) * 1000)::bigint, e.operation, e.actor_kind, e.actor_id,
    e.actor_name, e.address, e.request_id, e.record_type, e.record_id, e.before, e.after)
    || case when e.by_id is null and e.by_name is null then '[]'::jsonb else jsonb_build_array(e.by_id, e.by_name) end)::text, 'UTF8'))
$$;

drop function audit_append(timestamptz, text, uuid, text, text, text, jsonb);

create function audit_append(
  at timestamptz, actor_kind text, actor_id uuid, actor_name text, by_id uuid, by_name text, address text, request_id text, entries jsonb
) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  tenant uuid := app_tenant();
  head audit_heads;
  entry jsonb;
  link audit_log;
begin
  if tenant is null then
    raise exception 'audit_append needs a tenant' using errcode = 'insufficient_privilege';
  end if;

  insert into audit_heads (tenant_id, sequence, hash) values (tenant, 0, '\x'::bytea) on conflict do nothing;
  select * into head from audit_heads where tenant_id = tenant for update;

  for entry in select value from jsonb_array_elements(entries) loop
    link := null;
    link.tenant_id := tenant;
    link.sequence := head.sequence + 1;
    link.id := (entry->>'id')::uuid;
    link.at := audit_append.at;
    link.operation := entry->>'operation';
    link.actor_kind := audit_append.actor_kind;
    link.actor_id := audit_append.actor_id;
    link.actor_name := audit_append.actor_name;
    link.by_id := audit_append.by_id;
    link.by_name := audit_append.by_name;
    link.address := audit_append.address;
    link.request_id := audit_append.request_id;
    link.record_type := entry->>'recordType';
    link.record_id := entry->>'recordId';
    link.before := nullif(entry->'before', 'null'::jsonb);
    link.after := nullif(entry->'after', 'null'::jsonb);
    link.previous_hash := head.hash;
    link.hash := audit_row_hash(head.hash, link);
    insert into audit_log select link.*;
    head.sequence := link.sequence;
    head.hash := link.hash;
  end loop;

  update audit_heads set sequence = head.sequence, hash = head.hash where tenant_id = tenant;
end $$;

grant execute on function use_one_time_token(bytea, text, timestamptz), peek_one_time_token(bytea, text, timestamptz),
  totp_envelope(uuid), use_recovery_code(uuid, bytea, timestamptz), known_device(uuid, bytea), clients_of_user(uuid),
  session_holder(uuid, uuid, uuid), api_key_holder(uuid, bytea), platform_tenant(),
  audit_append(timestamptz, text, uuid, text, uuid, text, text, text, jsonb) to panel1_app;
grant execute on function platform_tenant() to panel1_platform;
