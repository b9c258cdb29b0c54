import { z } from "zod";
import { impersonationMinutes } from "@/lib/auth/rules/impersonation";
import { invitationStatuses } from "@/lib/auth/rules/invitation";
import { userKinds, userStatuses } from "@/lib/auth/schema";
import { idSchema } from "@/lib/core/ids";
import { emailSchema, languageSchema, lineSchema } from "@/lib/core/text";
import { instantSchema } from "@/lib/core/time/schema";

/** A built-in role by its name, or one of the tenant's own by its id. */
export const roleKeySchema = z
  .string()
  .max(40)
  .regex(/^[a-z_]{1,40}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "must be a role")
  .meta({
    description: "A built-in role's name, or the id of a role of the company.",
    examples: ["support"],
  });

/** The right to run one operation. Roles of the company list each right; patterns are the built-in roles' own. */
export const rightSchema = z
  .string()
  .max(120)
  .regex(
    /^[a-z][A-Za-z]{0,40}\.[a-z][A-Za-z]{0,40}\.[a-z][A-Za-z]{0,40}$/,
    "must be the name of an operation",
  )
  .meta({ examples: ["clients.client.list"] });

export const reasonSchema = lineSchema(300, 3);
const version = z.number().int().min(1);

export const PersonView = z
  .object({
    id: idSchema,
    kind: z.enum(userKinds),
    role: z.string().meta({ description: "Of staff. What a client's user may do stands in the membership." }),
    roleName: z
      .string()
      .nullable()
      .meta({ description: "Name of a role of the company; null for built-in ones." }),
    email: z.string(),
    name: z.string(),
    language: languageSchema.nullable(),
    status: z.enum(userStatuses),
    statusReason: z.string().nullable(),
    hasSecondFactor: z.boolean(),
    lastSignInAt: instantSchema.nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: "Person" });

export const UserReference = z.strictObject({ userId: idSchema });
export const ChangeUserInput = z.strictObject({ userId: idSchema, version });
export const SuspendUserInput = z.strictObject({ userId: idSchema, version, reason: reasonSchema });
export const ChangeUserRoleInput = z.strictObject({ userId: idSchema, version, role: roleKeySchema });

export const RoleView = z
  .object({
    key: z.string().meta({ description: "A built-in role's name, or the id." }),
    id: idSchema.nullable().meta({ description: "Null for built-in roles." }),
    kind: z.enum(userKinds),
    name: z.string().nullable().meta({ description: "Null for built-in roles: their names are translated." }),
    description: z.string().nullable(),
    base: z.string().nullable().meta({ description: "Built-in role that it was copied from." }),
    permissions: z.array(z.string()),
    people: z.number().int().meta({ description: "How many have it." }),
    version: z.number().int(),
  })
  .meta({ id: "Role" });

export const RoleHolder = z.object({
  userId: idSchema,
  name: z.string(),
  email: z.string(),
  client: z.object({ clientId: idSchema, name: z.string() }).nullable(),
});

export const RoleDetailView = RoleView.extend({
  holders: z.array(RoleHolder).meta({ description: "Who has it; the first hundred." }),
}).meta({ id: "RoleDetail" });

const roleDetails = {
  name: lineSchema(60),
  description: lineSchema(300).nullable().default(null),
  permissions: z.array(rightSchema).max(1_000),
};

export const CreateRoleInput = z.strictObject({
  kind: z.enum(userKinds),
  base: z.string().max(40).nullable().default(null),
  ...roleDetails,
});
export const UpdateRoleInput = z.strictObject({ roleId: idSchema, version, ...roleDetails });
export const DeleteRoleInput = z.strictObject({ roleId: idSchema, version });
export const RoleKeyReference = z.strictObject({ role: roleKeySchema });
export const DeletedView = z.object({ id: idSchema }).meta({ id: "Deleted" });

export const InvitationView = z
  .object({
    id: idSchema,
    kind: z.enum(userKinds),
    clientId: idSchema.nullable(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.string(),
    roleName: z.string().nullable(),
    status: z.enum(invitationStatuses),
    invitedBy: z.string().nullable(),
    createdAt: instantSchema,
    sentAt: instantSchema.nullable(),
    expiresAt: instantSchema,
  })
  .meta({ id: "Invitation" });

const invited = {
  email: emailSchema,
  name: lineSchema(120).nullable().default(null),
  role: roleKeySchema,
  language: languageSchema.nullable().default(null),
};
export const InviteStaffInput = z.strictObject(invited);
export const InviteMemberInput = z.strictObject({ clientId: idSchema, ...invited });
export const InvitationReference = z.strictObject({ invitationId: idSchema });

export const MembershipView = z
  .object({
    id: idSchema,
    userId: idSchema,
    clientId: idSchema,
    clientName: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    roleName: z.string().nullable(),
    status: z.enum(userStatuses),
    lastSignInAt: instantSchema.nullable(),
    version: z.number().int(),
    createdAt: instantSchema,
  })
  .meta({ id: "Membership" });

export const ChangeMembershipInput = z.strictObject({ membershipId: idSchema, version, role: roleKeySchema });
export const RemoveMembershipInput = z.strictObject({ membershipId: idSchema, version });

export const OwnClientView = z
  .object({
    clientId: idSchema,
    name: z.string(),
    number: z.number().int(),
    role: z.string(),
    roleName: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: "OwnClient" });

export const StartImpersonationInput = z.strictObject({
  userId: idSchema,
  clientId: idSchema.meta({ description: "The client that the person is to act for." }),
  reason: reasonSchema,
  minutes: z
    .number()
    .int()
    .min(impersonationMinutes.least)
    .max(impersonationMinutes.most)
    .optional()
    .meta({ description: "As the company has set it, unless given." }),
  address: lineSchema(64).nullable().default(null),
  userAgent: lineSchema(400).nullable().default(null),
});

/** What the door makes the browser's cookie of. */
export const ImpersonationView = z
  .object({
    sessionId: idSchema,
    userId: idSchema,
    clientId: idSchema,
    name: z.string(),
    expiresAt: instantSchema,
  })
  .meta({ id: "Impersonation" });

export const ImpersonationEndView = z
  .object({
    endedSessionId: idSchema,
    backTo: z
      .object({ sessionId: idSchema, userId: idSchema })
      .nullable()
      .meta({ description: "The staff's own session; null when it is over too." }),
    clientId: idSchema.nullable(),
  })
  .meta({ id: "ImpersonationEnd" });

export const ImpersonationRecord = z
  .object({
    id: idSchema,
    byName: z.string(),
    reason: z.string(),
    startedAt: instantSchema,
    endedAt: instantSchema,
  })
  .meta({ id: "ImpersonationRecord" });
