import type { FormAction } from "@/components/forms/action-state";
import type { ServiceStatus } from "@/lib/provisioning/rules/status";

export type ServiceLine = {
  id: string;
  version: number;
  label: string;
  status: ServiceStatus;
  userName: string | null;
  hasPassword: boolean;
  /** Something is being done to it. */
  isBusy: boolean;
};

export interface DeedDialogProps {
  service: ServiceLine;
  action: FormAction<unknown>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}
