import { Refusal } from "@/lib/core/errors";

export class TenantNotFound extends Refusal {
  constructor() {
    super("not_found", "tenants.tenant_not_found", "There is no such company.");
  }
}
