import "server-only";
import { openChallenge } from "@/lib/auth/challenges";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { findEnabledProvider } from "@/lib/auth/providers/rows";
import { ProviderHoldView, ProviderReference } from "@/lib/auth/providers/schema";
import { personOf } from "@/lib/auth/queries";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { operation } from "@/lib/core/operation/operation";

export const beginIdentity = operation({
  name: "auth.identity.begin",
  summary: "Begin to connect one's account with a provider's",
  audience: ["staff", "client"],
  input: ProviderReference,
  output: ProviderHoldView,
  example: { input: { providerId: exampleProvider.id }, output: exampleHold },
  refusals: ["auth.person_needed", "auth.provider_not_found"],
  needsFreshSignIn: true,
  refusedToImpersonators: true,
  async run(context, { providerId }) {
    const { userId } = personOf(context.actor);
    await findEnabledProvider(context, providerId);
    return openChallenge(context, { purpose: "link_identity", userId, data: { providerId }, minutes: 15 });
  },
});
