import "server-only";
import { openChallenge } from "@/lib/auth/challenges";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { findEnabledProvider } from "@/lib/auth/providers/rows";
import { ProviderHoldView, ProviderReference } from "@/lib/auth/providers/schema";
import { exampleHold } from "@/lib/auth/second-factor/examples";
import { operation } from "@/lib/core/operation/operation";

export const beginProviderSignIn = operation({
  name: "auth.session.beginProvider",
  summary: "Begin to sign in by a provider",
  audience: ["visitor"],
  input: ProviderReference,
  output: ProviderHoldView,
  example: { input: { providerId: exampleProvider.id }, output: exampleHold },
  refusals: ["auth.provider_not_found"],
  async run(context, { providerId }) {
    await findEnabledProvider(context, providerId);
    return openChallenge(context, { purpose: "provider", data: { providerId }, minutes: 15 });
  },
});
