/**
 * The built-in roles. A role is a set of permission patterns over operation names, and every list here is explicit: a domain
 * that is added grants nothing to anybody but the owner until a line below says so (S-22). `roles.test.ts` shows the matrix.
 */
export const staffRoleNames = ["owner", "admin", "accountant", "support", "read_only"] as const;
export const clientRoleNames = ["client_owner", "billing_contact", "technical_contact", "reseller"] as const;
export const roleNames = [...staffRoleNames, ...clientRoleNames] as const;
export type RoleName = (typeof roleNames)[number];

type Role = { readonly kind: "STAFF" | "CLIENT"; readonly permissions: readonly string[] };

/** What concerns only the person: every role has it. */
const own = [
  "auth.user.me",
  "auth.user.access",
  "auth.user.setLanguage",
  "auth.session.list",
  "auth.session.revoke",
  "auth.session.revokeOthers",
  "auth.password.change",
  "auth.email.requestChange",
  "auth.session.signOut",
  "auth.session.confirm",
  "auth.session.beginConfirm",
  "auth.session.sendConfirmCode",
  "auth.session.waysToConfirm",
  "auth.secondFactor.*",
  "auth.passkey.*",
  "auth.identity.*",
  "tenants.tenant.get",
];

/** What concerns only a client's person. Staff can neither hold nor withhold it: no operation here is meant for them. */
const clientOwn = [
  "auth.session.listClients",
  "auth.session.switchClient",
  "auth.impersonation.end",
  "auth.impersonation.history",
  "mail.received.list",
  "mail.received.read",
];

/** What everybody may do for themselves, whatever their role: no role grants it and none takes it away. */
export const personal: readonly string[] = [...own, ...clientOwn];

const invitePeople = [
  "auth.membership.list",
  "auth.memberInvitation.create",
  "auth.memberInvitation.list",
  "auth.memberInvitation.resend",
  "auth.memberInvitation.revoke",
];
const managePeople = [...invitePeople, "auth.membership.changeRole", "auth.membership.remove"];

const readOwnClient = [
  "clients.client.get",
  "clients.client.list",
  "clients.contact.list",
  "clients.file.list",
  "clients.file.read",
  "clients.field.list",
  "timeline.entry.list",
];
const readClients = [...readOwnClient, "clients.note.list", "clients.group.list", "clients.tag.list"];
/** What who talks to clients writes down. */
const keepClients = [
  "clients.client.create",
  "clients.client.update",
  "clients.client.changeMany",
  "clients.contact.*",
  "clients.note.*",
  "clients.file.*",
];
/** What everybody may ask about what is held of themselves. */
const ownData = [
  "privacy.export.request",
  "privacy.export.list",
  "privacy.export.read",
  "privacy.erasure.request",
  "privacy.erasure.list",
  "privacy.consent.*",
];
/** What belongs to the client's money: read by its people, paid by whoever minds it. */
const readOwnMoney = [
  "billing.invoice.get",
  "billing.invoice.list",
  "billing.invoice.count",
  "payments.payment.get",
  "payments.payment.list",
];
const payOwn = ["payments.payment.begin", "payments.option.list"];
const readMoney = [
  ...readOwnMoney,
  "billing.receivables.get",
  "billing.taxRule.list",
  "payments.connection.list",
  "payments.option.list",
];
const ownContacts = ["clients.contact.create", "clients.contact.update", "clients.contact.delete"];
const readOrders = [
  "orders.order.list",
  "orders.order.get",
  "subscriptions.subscription.list",
  "subscriptions.subscription.get",
];
const readAllOrders = [...readOrders, "orders.order.count"];
/** Takes orders for clients and looks at those that were held. */
const handleOrders = [
  ...readAllOrders,
  "orders.order.listPlans",
  "orders.order.create",
  "orders.order.release",
  "orders.order.cancel",
  "orders.order.markFraud",
];

const seeOverview = ["clients.client.count", "overview.backlog.get"];
const readLedger = [
  "ledger.account.list",
  "ledger.balance.list",
  "ledger.entry.get",
  "ledger.entry.list",
  "ledger.income.get",
  "subscriptions.revenue.get",
];

const readDurable = ["durable.run.list", "durable.run.get", "durable.function.list", "durable.queue.get"];

/** Of the platform's own people: a company's find nothing by these, whatever their role. */
const seePlatform = [
  "platform.company.list",
  "platform.company.get",
  "platform.brand.get",
  "platform.brand.file",
  "platform.companyLink.list",
];

const seeMail = ["mail.message.list", "mail.message.get"];
const handleMail = [
  ...seeMail,
  "mail.message.read",
  "mail.message.sendAgain",
  "mail.suppression.list",
  "mail.suppression.remove",
];

/** What is sold and for how much: everybody in the company must be able to answer it. */
const readCatalog = [
  "catalog.product.get",
  "catalog.product.list",
  "catalog.plan.list",
  "catalog.price.list",
  "catalog.addon.list",
  "catalog.coupon.get",
  "catalog.coupon.list",
];
const seeOwnServices = ["provisioning.service.list", "provisioning.service.get", "provisioning.action.list"];
const seeServices = [
  ...seeOwnServices,
  "provisioning.service.countByStatus",
  "provisioning.task.list",
  "provisioning.task.get",
  "provisioning.task.count",
];
/** Of a service of one's own client. */
const useServices = ["provisioning.service.changePassword", "provisioning.service.revealPassword"];

export const roles: Readonly<Record<RoleName, Role>> = {
  owner: { kind: "STAFF", permissions: ["*"] },
  admin: {
    kind: "STAFF",
    permissions: [
      "auth.*",
      "tenants.*",
      "clients.*",
      "catalog.*",
      "ledger.*",
      "billing.*",
      "payments.*",
      "orders.*",
      "subscriptions.*",
      "privacy.*",
      "timeline.*",
      "audit.*",
      "overview.*",
      "durable.*",
      "settings.*",
      // Not mail.message.reveal: who reads a mail with a credential could use it. That is the owner's, and on record.
      ...handleMail,
      "provisioning.*",
      "mail.message.sendTest",
      "mail.settings.*",
      "mail.template.*",
      "platform.*",
    ],
  },
  accountant: {
    kind: "STAFF",
    permissions: [
      ...own,
      ...readClients,
      ...seeOverview,
      ...seeMail,
      ...seeServices,
      "mail.message.read",
      ...readCatalog,
      ...readAllOrders,
      "ledger.*",
      "billing.*",
      "subscriptions.revenue.get",
      ...readMoney,
      "payments.payment.record",
      "payments.payment.check",
      "audit.entry.list",
    ],
  },
  support: {
    kind: "STAFF",
    permissions: [
      ...own,
      ...readClients,
      ...seeOverview,
      ...managePeople,
      ...readDurable,
      ...handleMail,
      ...readMoney,
      "payments.payment.check",
      ...keepClients,
      ...seePlatform,
      ...readCatalog,
      ...seeServices,
      ...useServices,
      // Not terminate, which deletes for good.
      "provisioning.service.suspend",
      "provisioning.service.unsuspend",
      "provisioning.service.retry",
      "provisioning.service.markDelivered",
      "provisioning.task.complete",
      "provisioning.task.fail",
      ...handleOrders,
      "auth.impersonation.start",
      "auth.userSession.*",
    ],
  },
  read_only: {
    kind: "STAFF",
    permissions: [
      ...own,
      ...readClients,
      ...seeOverview,
      ...readLedger,
      ...readDurable,
      ...seeMail,
      ...seePlatform,
      ...readCatalog,
      ...seeServices,
      ...readMoney,
      ...readAllOrders,
    ],
  },
  client_owner: {
    kind: "CLIENT",
    permissions: [
      ...personal,
      ...readOwnClient,
      ...readOwnMoney,
      ...payOwn,
      ...ownContacts,
      ...ownData,
      ...readOrders,
      ...managePeople,
      ...seeOwnServices,
      ...useServices,
    ],
  },
  billing_contact: {
    kind: "CLIENT",
    permissions: [
      ...personal,
      ...readOwnClient,
      ...readOwnMoney,
      ...payOwn,
      ...ownData,
      ...readOrders,
      ...seeOwnServices,
    ],
  },
  technical_contact: {
    kind: "CLIENT",
    permissions: [
      ...personal,
      ...readOwnClient,
      ...ownData,
      ...readOrders,
      ...seeOwnServices,
      ...useServices,
    ],
  },
  reseller: {
    kind: "CLIENT",
    permissions: [
      ...personal,
      ...readOwnClient,
      ...readOwnMoney,
      ...payOwn,
      ...ownContacts,
      ...ownData,
      ...readOrders,
      ...invitePeople,
      ...seeOwnServices,
      ...useServices,
    ],
  },
};

/**
 * Patterns of a role as it is stored with a user or a membership; `custom` are those of a role that the tenant made, to which
 * what is personal comes by itself. A role that no longer exists grants nothing.
 */
export function permissionsOf(role: string, custom?: readonly string[] | null): readonly string[] {
  if (isRoleName(role)) return roles[role].permissions;
  return custom ? [...personal, ...custom] : [];
}

export function isRoleName(role: string): role is RoleName {
  return (roleNames as readonly string[]).includes(role);
}
