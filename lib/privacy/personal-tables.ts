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
