import type { ProvisioningModule } from "@/lib/provisioning/contract";
import { manualModule } from "@/plugins/module-manual";
import { sandboxModule } from "@/plugins/module-sandbox";

/** The provisioning modules that come with the product, by the id that products name them by. */
export const provisioningModules: Readonly<Record<string, ProvisioningModule>> = {
  manual: manualModule,
  sandbox: sandboxModule,
};
