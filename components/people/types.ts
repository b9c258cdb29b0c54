import type { Tones } from "@/lib/ui/tone";

export type Choice = { readonly value: string; readonly label: string };

export type PersonStatus = "PENDING" | "ACTIVE" | "SUSPENDED" | "ERASED";
export const personTones: Tones<PersonStatus> = {
  PENDING: "info",
  ACTIVE: "positive",
  SUSPENDED: "warning",
  ERASED: "neutral",
};

export type InvitationStatus = "OPEN" | "EXPIRED" | "ACCEPTED" | "REVOKED";
export const invitationTones: Tones<InvitationStatus> = {
  OPEN: "info",
  EXPIRED: "warning",
  ACCEPTED: "positive",
  REVOKED: "neutral",
};

export type PersonLine = {
  id: string;
  name: string;
  email: string;
  role: string;
  roleName: string | null;
  status: PersonStatus;
  statusReason: string | null;
  hasSecondFactor: boolean;
  lastSignInAt: Date | null;
  version: number;
};

export type InvitationLine = {
  id: string;
  email: string;
  name: string | null;
  role: string;
  roleName: string | null;
  status: InvitationStatus;
  expiresAt: Date;
};

export type MemberLine = {
  id: string;
  userId: string;
  clientId: string;
  name: string;
  email: string;
  role: string;
  roleName: string | null;
  status: PersonStatus;
  lastSignInAt: Date | null;
  version: number;
};
