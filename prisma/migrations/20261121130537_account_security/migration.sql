-- CreateTable
CREATE TABLE "account_requests" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "account_requests_created_at_idx" ON "account_requests"("created_at");

select isolate_table('account_requests', 'shared', 'select, insert, delete');
alter table account_requests add constraint account_requests_tenant_fkey foreign key (tenant_id) references tenants (id);
alter table account_requests add constraint account_requests_email_canonical
  check (email = lower(email) and email !~ '[[:space:][:cntrl:]]');
create policy platform on account_requests to panel1_platform using (true) with check (true);
grant select (id, tenant_id, created_at), delete on account_requests to panel1_platform;
