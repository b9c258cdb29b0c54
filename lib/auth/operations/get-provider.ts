import "server-only";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { findProvider } from "@/lib/auth/providers/rows";
import { ProviderReference, ProviderView } from "@/lib/auth/providers/schema";
import { query } from "@/lib/core/operation/operation";

export const getProvider = query({
  name: "auth.provider.get",
  summary: "Read a sign-in provider",
  description: "Without its secret, which nobody reads back.",
  audience: ["staff"],
  input: ProviderReference,
  output: ProviderView,
  http: { method: "GET", path: "/sign-in-providers/{providerId}" },
  example: { input: { providerId: exampleProvider.id }, output: exampleProvider },
  refusals: ["auth.provider_not_found"],
  run: (context, { providerId }) => findProvider(context, providerId),
});
