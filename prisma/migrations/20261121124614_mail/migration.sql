-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'BOUNCED');

-- CreateEnum
CREATE TYPE "mail_kind" AS ENUM ('TRANSACTIONAL', 'MARKETING');

-- CreateEnum
CREATE TYPE "mail_suppression_reason" AS ENUM ('BOUNCED', 'COMPLAINED', 'UNSUBSCRIBED');

-- CreateTable
CREATE TABLE "mail_messages" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "client_id" UUID,
    "user_id" UUID,
    "kind" "mail_kind" NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_name" TEXT,
    "subject" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "body" TEXT,
    "body_key_id" TEXT,
    "is_sensitive" BOOLEAN NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'QUEUED',
    "round" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "detail" TEXT,
    "transport" TEXT,
    "provider_id" TEXT,
    "record_type" TEXT,
    "record_id" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_templates" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "action" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_suppressions" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" "mail_suppression_reason" NOT NULL,
    "detail" TEXT,
    "message_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_suppressions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_settings" (
    "tenant_id" UUID NOT NULL,
    "transport" TEXT,
    "from_name" TEXT,
    "from_address" TEXT,
    "reply_to" TEXT,
    "smtp_host" TEXT,
    "smtp_port" INTEGER,
    "smtp_security" TEXT,
    "smtp_user" TEXT,
    "smtp_secret_id" UUID,
    "resend_secret_id" UUID,
    "resend_webhook_secret_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateIndex
CREATE INDEX "mail_messages_tenant_id_created_at_id_idx" ON "mail_messages"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "mail_messages_tenant_id_to_address_created_at_idx" ON "mail_messages"("tenant_id", "to_address", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_messages_tenant_id_id_key" ON "mail_messages"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_templates_tenant_id_id_key" ON "mail_templates"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_templates_tenant_id_template_language_key" ON "mail_templates"("tenant_id", "template", "language");

-- CreateIndex
CREATE INDEX "mail_suppressions_tenant_id_created_at_id_idx" ON "mail_suppressions"("tenant_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_suppressions_tenant_id_id_key" ON "mail_suppressions"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_suppressions_tenant_id_address_reason_key" ON "mail_suppressions"("tenant_id", "address", "reason");

-- Written by hand from here on: isolation, narrow functions, grants.
select isolate_table('mail_messages', 'client', 'select');
select isolate_table('mail_templates', 'staff', 'select, insert, update, delete');
select isolate_table('mail_suppressions', 'staff', 'select, insert, delete');
select isolate_table('mail_settings', 'staff', 'select, insert, update');

-- To whom a mail went and what it said is decided when it is written; later only its fate changes.
grant update (state, round, attempts, reason, detail, transport, provider_id, next_attempt_at, sent_at, body, body_key_id, updated_at)
  on mail_messages to panel1_app;

alter table mail_messages add constraint mail_messages_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table mail_messages add constraint mail_messages_client_fkey
  foreign key (tenant_id, client_id) references clients (tenant_id, id);
alter table mail_messages add constraint mail_messages_user_fkey
  foreign key (tenant_id, user_id) references users (tenant_id, id);
alter table mail_templates add constraint mail_templates_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table mail_suppressions add constraint mail_suppressions_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table mail_settings add constraint mail_settings_tenant_fkey foreign key (tenant_id) references tenants (id);

-- One canonical address, and nothing that could become a header of its own (S-32, S-53).
alter table mail_messages add constraint mail_messages_to_address
  check (to_address = lower(to_address) and to_address ~ '^[^[:space:][:cntrl:]@",;<>()]{1,64}@[^[:space:][:cntrl:]@",;<>()]{3,190}$');
alter table mail_messages add constraint mail_messages_headers_are_lines
  check (subject !~ '[[:cntrl:]]' and coalesce(to_name, '') !~ '[[:cntrl:]]');
alter table mail_suppressions add constraint mail_suppressions_address check (address = lower(address));

create index mail_messages_client on mail_messages (tenant_id, client_id, created_at, id) where client_id is not null;
create index mail_messages_user on mail_messages (tenant_id, user_id, created_at, id) where user_id is not null;
create index mail_messages_provider on mail_messages (transport, provider_id) where provider_id is not null;
-- For the job that forgets bodies.
create index mail_messages_bodies on mail_messages (created_at) where body is not null;

-- Housekeeping and key rotation work across tenants, and see of a mail no more than they need.
create policy platform on mail_messages to panel1_platform using (true) with check (true);
grant select (id, tenant_id, state, is_sensitive, created_at, body, body_key_id), update (body, body_key_id) on mail_messages to panel1_platform;

-- Puts a mail into the queue for any actor of the tenant: visitors who ask for a link, clients, staff. State, round and tenant are not
-- the caller's to choose.
create function mail_enqueue(message jsonb) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into mail_messages (id, tenant_id, client_id, user_id, kind, template, language, to_address, to_name, subject, headers,
    body, body_key_id, is_sensitive, record_type, record_id, expires_at, created_at, updated_at)
  select m.id, app_tenant(), m.client_id, m.user_id, m.kind, m.template, m.language, m.to_address, m.to_name, m.subject, m.headers,
    m.body, m.body_key_id, m.is_sensitive, m.record_type, m.record_id, m.expires_at, m.created_at, m.created_at
  from jsonb_populate_record(null::mail_messages, message) m
  where app_tenant() is not null
$$;

-- The company's own words for a template, for whoever's act sends it.
create function mail_template_words(wanted text, wanted_language text)
returns table (subject text, heading text, body text, action text, note text)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.subject, t.heading, t.body, t.action, t.note from mail_templates t
  where t.tenant_id = app_tenant() and t.template = wanted and t.language = wanted_language
$$;

-- The host that links in mails lead to: the first of the company's own; null where it has none and the installation's holds.
create function canonical_host() returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select host from tenant_domains where tenant_id = app_tenant() order by created_at, host limit 1
$$;

-- Which company a provider's notice is about, before anything of that company may be touched.
create function tenant_of_mail(wanted_transport text, wanted_provider_id text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select tenant_id from mail_messages where transport = wanted_transport and provider_id = wanted_provider_id
$$;

grant execute on function mail_enqueue(jsonb), mail_template_words(text, text), canonical_host(), tenant_of_mail(text, text)
  to panel1_app;
