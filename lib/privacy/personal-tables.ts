import "server-only";
import { type Sql, sql } from "@/lib/core/db/sql";
import type { Subject } from "@/lib/privacy/subjects";

export type Fate = "deleted" | "anonymised" | "kept";

export type PersonalTable = {
  /** What becomes of it when its person is erased. */
  readonly fate: Fate;
  /** Its rows of a subject: what an export holds and a preview counts. Absent where nothing of it can be handed out. */
  readonly rows?: (subject: Subject, tenantId: string) => Sql;
};

/** Hashes, keys and other people's data are not among the columns. */
function rowsOf(table: Sql, columns: Sql, by: (subject: Subject) => Sql) {
  return (subject: Subject, tenantId: string) =>
    sql`select ${columns} from ${table} where tenant_id = ${tenantId}::uuid and (${by(subject)})`;
}

const users = ({ userIds }: Subject) => sql`user_id = any (${userIds}::uuid[])`;
const clients = ({ clientIds }: Subject) => sql`client_id = any (${clientIds}::uuid[])`;
const addresses = ({ addresses: known }: Subject) => sql`email = any (${known}::text[])`;

/**
 * Every table that holds something of a person, with what becomes of it. `personal-tables.db.test.ts` compares the list with the
 * database: a new table with a name, an address or a reference to a person is either here or in `impersonal`.
 */
export const personalTables: Readonly<Record<string, PersonalTable>> = {
  users: {
    fate: "anonymised",
    rows: rowsOf(
      sql`users`,
      sql`id, name, email, language, time_zone, status, email_verified_at, last_sign_in_at, created_at`,
      ({ userIds }) => sql`id = any (${userIds}::uuid[])`,
    ),
  },
  clients: {
    fate: "anonymised",
    rows: rowsOf(
      sql`clients`,
      sql`id, number, kind, name, company_name, email, country, currency, language, status, line1, line2, city, region, postal_code, phone, tax_number, tags, credit_terms_days, custom_values, created_at, updated_at`,
      ({ clientIds }) => sql`id = any (${clientIds}::uuid[])`,
    ),
  },
  contacts: {
    fate: "deleted",
    rows: rowsOf(
      sql`contacts`,
      sql`id, client_id, name, email, phone, position, language, mails, created_at`,
      ({ contactIds }) => sql`id = any (${contactIds}::uuid[])`,
    ),
  },
  memberships: {
    fate: "deleted",
    rows: rowsOf(
      sql`memberships`,
      sql`id, client_id, role, created_at`,
      (s) => sql`${users(s)} or ${clients(s)}`,
    ),
  },
  client_notes: {
    fate: "deleted",
    rows: rowsOf(sql`client_notes`, sql`id, text, author_name, created_at, updated_at`, clients),
  },
  client_files: {
    fate: "deleted",
    rows: rowsOf(sql`client_files`, sql`id, name, uploaded_by_name, created_at`, clients),
  },
  sessions: {
    fate: "anonymised",
    rows: rowsOf(
      sql`sessions`,
      sql`id, method, address, place, user_agent, created_at, last_seen_at, expires_at, revoked_at`,
      users,
    ),
  },
  known_devices: {
    fate: "deleted",
    rows: rowsOf(sql`known_devices`, sql`id, user_agent, address, created_at, last_seen_at`, users),
  },
  passkeys: { fate: "deleted", rows: rowsOf(sql`passkeys`, sql`id, name, created_at, last_used_at`, users) },
  linked_identities: {
    fate: "deleted",
    rows: rowsOf(sql`linked_identities`, sql`id, subject, email, created_at`, users),
  },
  totp_factors: { fate: "deleted", rows: rowsOf(sql`totp_factors`, sql`created_at, confirmed_at`, users) },
  recovery_codes: { fate: "deleted", rows: rowsOf(sql`recovery_codes`, sql`created_at, used_at`, users) },
  user_credentials: { fate: "deleted" },
  one_time_tokens: {
    fate: "deleted",
    rows: rowsOf(
      sql`one_time_tokens`,
      sql`purpose, email, created_at, expires_at, used_at`,
      (s) => sql`${users(s)} or ${addresses(s)}`,
    ),
  },
  sign_in_challenges: {
    fate: "deleted",
    rows: rowsOf(sql`sign_in_challenges`, sql`purpose, method, created_at, expires_at, used_at`, users),
  },
  invitations: {
    fate: "anonymised",
    rows: rowsOf(
      sql`invitations`,
      sql`id, email, name, created_at, sent_at, accepted_at, revoked_at`,
      addresses,
    ),
  },
  api_keys: {
    fate: "kept",
    rows: rowsOf(
      sql`api_keys`,
      sql`id, name, prefix, scopes, created_at, last_used_at, revoked_at`,
      ({ userIds }) => sql`created_by_id = any (${userIds}::uuid[])`,
    ),
  },
  marketing_consents: {
    fate: "anonymised",
    rows: rowsOf(sql`marketing_consents`, sql`id, email, is_given, source, wording, address, at`, addresses),
  },
  mail_messages: {
    fate: "anonymised",
    rows: rowsOf(
      sql`mail_messages`,
      sql`id, template, to_address, to_name, subject, state, created_at, sent_at`,
      (s) => sql`${users(s)} or ${clients(s)} or to_address = any (${s.addresses}::text[])`,
    ),
  },
  mail_suppressions: {
    fate: "deleted",
    rows: rowsOf(
      sql`mail_suppressions`,
      sql`address, reason, created_at`,
      ({ addresses: known }) => sql`address = any (${known}::text[])`,
    ),
  },
  data_exports: {
    fate: "anonymised",
    rows: rowsOf(
      sql`data_exports`,
      sql`id, subject_name, status, created_at, ready_at`,
      ({ id }) => sql`subject_id = ${id}::uuid`,
    ),
  },
  erasure_requests: {
    fate: "anonymised",
    rows: rowsOf(
      sql`erasure_requests`,
      sql`id, subject_name, requested_by_name, reason, status, answer, created_at`,
      ({ id }) => sql`subject_id = ${id}::uuid`,
    ),
  },
  orders: {
    fate: "anonymised",
    rows: rowsOf(
      sql`orders`,
      sql`id, number, status, currency, total_minor, placed_by_name, ip_address, ip_country, terms_accepted_at, reason, created_at`,
      clients,
    ),
  },
  order_lines: {
    fate: "kept",
    rows: rowsOf(
      sql`order_lines`,
      sql`order_id, position, description, cycle, quantity, amount_minor`,
      clients,
    ),
  },
  subscriptions: {
    fate: "kept",
    rows: rowsOf(
      sql`subscriptions`,
      sql`id, number, status, label, host_name, currency, recurring_minor, started_at, ended_at, end_reason`,
      clients,
    ),
  },
  subscription_items: {
    fate: "kept",
    rows: rowsOf(
      sql`subscription_items`,
      sql`subscription_id, position, description, quantity, unit_minor`,
      clients,
    ),
  },
  invoices: {
    fate: "kept",
    rows: rowsOf(
      sql`invoices`,
      sql`id, number, status, currency, total_minor, paid_minor, issued_on, due_on, buyer, void_reason`,
      clients,
    ),
  },
  invoice_lines: {
    fate: "kept",
    rows: rowsOf(sql`invoice_lines`, sql`invoice_id, position, description, quantity, amount_minor`, clients),
  },
  invoice_taxes: {
    fate: "kept",
    rows: rowsOf(sql`invoice_taxes`, sql`invoice_id, position, name, rate, tax_minor`, clients),
  },
  payments: {
    fate: "kept",
    rows: rowsOf(
      sql`payments`,
      sql`id, number, status, currency, amount_minor, gateway, method, created_at, received_at`,
      clients,
    ),
  },
  payment_allocations: {
    fate: "kept",
    rows: rowsOf(sql`payment_allocations`, sql`payment_id, invoice_id, amount_minor, created_at`, clients),
  },
  services: {
    fate: "kept",
    rows: rowsOf(sql`services`, sql`id, label, status, host_name, access, created_at, delivered_at`, clients),
  },
  service_actions: {
    fate: "kept",
    rows: rowsOf(sql`service_actions`, sql`service_id, kind, status, created_at, ended_at`, clients),
  },
  timeline_entries: {
    fate: "kept",
    rows: rowsOf(sql`timeline_entries`, sql`at, actor_name, what, data`, clients),
  },
  journal_lines: {
    fate: "kept",
    rows: rowsOf(sql`journal_lines`, sql`entry_id, position, currency, amount_minor`, clients),
  },
  audit_log: {
    fate: "kept",
    rows: rowsOf(
      sql`audit_log`,
      sql`sequence, at, operation, record_type, record_id, address`,
      ({ userIds, clientIds, contactIds }) =>
        sql`actor_id = any (${userIds}::uuid[]) or record_id = any (${[...userIds, ...clientIds, ...contactIds]}::text[])`,
    ),
  },
};

/** Tables with columns that look personal and hold no person, or nothing beyond the tables above. Each with its reason. */
export const impersonal: Readonly<Record<string, string>> = {
  addons: "what the company sells",
  cart_items: "what somebody has chosen, deleted with its cart",
  carts: "what somebody has chosen, deleted once its time is over; what it became stands in orders",
  coupons: "codes of the company",
  gateway_connections: "settings of the company",
  gateway_events: "what gateways told of payments, by ids",
  option_choices: "what the company sells",
  plans: "what the company sells",
  plugin_values: "what the sandboxes keep: no card, no person",
  product_fields: "questions of the company; answers stand in orders",
  product_groups: "what the company sells",
  product_options: "what the company sells",
  products: "what the company sells",
  setup_links: "for companies to come, deleted a day after their end",
  staff_tasks: "what staff had to do for a service, by ids",
  tax_rules: "rates by country",
  account_requests: "what visitors asked for by address, answered and deleted by durable work within minutes",
  settings: "the company's settings",
  client_groups: "names of groups that the company chose",
  client_search: "made from clients, contacts and users by triggers, and made anew when they are erased",
  custom_fields: "the company's questions; answers stand in clients",
  custom_roles: "names of roles",
  erased_records: "says of ids that they were erased",
  idempotency_keys: "answers to repeated requests, deleted after 24 hours",
  identity_providers: "settings of the company",
  journal_entries: "documents' words, kept by law; the product writes numbers into them, not names",
  ledger_accounts: "names of accounts",
  ledger_balances: "sums, kept by law",
  mail_settings: "the company's own sender",
  mail_templates: "the company's words",
  outbox_events: "ids only, deleted 7 days after they were handed over",
  rate_limits: "counters by hashed key",
  sign_in_throttles: "counters by key, deleted once they have run out",
  stored_files: "bytes without a name; those of clients and exports go with their rows",
  tenant_domains: "host names of the company",
  tenants: "the company itself",
};
