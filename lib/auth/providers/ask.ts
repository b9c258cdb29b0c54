import "server-only";
import { z } from "zod";
import { ProviderFailed } from "@/lib/auth/errors";
import { providerFetch } from "@/lib/auth/providers/provider-fetch";
import { issuerOf, type ProviderKind } from "@/lib/auth/providers/rows";

/** What sign-in needs of a discovery document (OpenID Connect Discovery 1.0, 3). */
const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
});

/** Asks a provider who it is. Throws ProviderFailed unless it answers, as the issuer that it was asked as. GitHub has nothing to ask. */
export async function askProvider({
  kind,
  issuer,
}: {
  kind: ProviderKind;
  issuer: string | null;
}): Promise<void> {
  if (kind === "github") return;
  const wanted = issuerOf(kind, issuer);
  const answer = await providerFetch(`${wanted.replace(/\/$/, "")}/.well-known/openid-configuration`).catch(
    () => undefined,
  );
  const found = Discovery.safeParse(await answer?.json().catch(() => undefined));
  if (!found.success || found.data.issuer !== wanted) throw new ProviderFailed();
}
