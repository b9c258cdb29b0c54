/**
 * The built-in roles. A role is a set of permission patterns over operation names, and every list here is explicit: a domain
 * that is added grants nothing to anybody but the owner until a line below says so (S-22). `roles.test.ts` shows the matrix.
 */
export const roleNames = ["owner", "admin", "accountant", "support", "read_only", "client_owner"] as const;
export type RoleName = (typeof roleNames)[number];

type Role = { readonly kind: "STAFF" | "CLIENT"; readonly permissions: readonly string[] };

/** What concerns only the person: every role has it. */
const own = [
  "auth.user.me",
  "auth.user.setLanguage",
  "auth.session.list",
  "auth.session.revoke",
  "auth.session.signOut",
  "auth.secondFactor.*",
  "tenants.tenant.get",
];

const readClients = ["clients.client.get", "clients.client.list"];
const seeOverview = ["clients.client.count", "overview.backlog.get"];
const readLedger = ["ledger.account.list", "ledger.balance.list", "ledger.entry.get", "ledger.entry.list"];

const readDurable = ["durable.run.list", "durable.run.get", "durable.function.list", "durable.queue.get"];

const seeMail = ["mail.message.list", "mail.message.get"];
const handleMail = [
  ...seeMail,
  "mail.message.read",
  "mail.message.sendAgain",
  "mail.suppression.list",
  "mail.suppression.remove",
];

export const roles: Readonly<Record<RoleName, Role>> = {
  owner: { kind: "STAFF", permissions: ["*"] },
  admin: {
    kind: "STAFF",
    permissions: [
      "auth.*",
      "tenants.*",
      "clients.*",
      "ledger.*",
      "audit.*",
      "overview.*",
      "durable.*",
      "settings.*",
      // Not mail.message.reveal: who reads a mail with a credential could use it. That is the owner's, and on record.
      ...handleMail,
      "mail.message.sendTest",
      "mail.settings.*",
      "mail.template.*",
    ],
  },
  accountant: {
    kind: "STAFF",
    permissions: [
      ...own,
      ...readClients,
      ...seeOverview,
      ...seeMail,
      "mail.message.read",
      "ledger.*",
      "audit.entry.list",
    ],
  },
  support: {
    kind: "STAFF",
    permissions: [
      ...own,
      ...readClients,
      ...seeOverview,
      ...readDurable,
      ...handleMail,
      "clients.client.create",
      "clients.client.update",
    ],
  },
  read_only: {
    kind: "STAFF",
    permissions: [...own, ...readClients, ...seeOverview, ...readLedger, ...readDurable, ...seeMail],
  },
  client_owner: { kind: "CLIENT", permissions: [...own, ...readClients] },
};

/**
 * Patterns of a role as it is stored with a user or a membership; `custom` are those of a role that the tenant made. A role that
 * no longer exists grants nothing.
 */
export function permissionsOf(role: string, custom?: readonly string[] | null): readonly string[] {
  return isRoleName(role) ? roles[role].permissions : (custom ?? []);
}

export function isRoleName(role: string): role is RoleName {
  return (roleNames as readonly string[]).includes(role);
}
