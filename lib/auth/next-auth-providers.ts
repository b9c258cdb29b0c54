import { AsyncLocalStorage } from "node:async_hooks";
import type { NextRequest } from "next/server";
import NextAuth, { customFetch } from "next-auth";
import type { OAuthConfig, OIDCConfig } from "next-auth/providers";
import { ProviderFailed } from "@/lib/auth/errors";
import { githubProfile } from "@/lib/auth/providers/github";
import { providerFetch } from "@/lib/auth/providers/provider-fetch";
import type { ProviderToCall } from "@/lib/auth/providers/rows";
import { config } from "@/lib/core/config/load";
import { isSecure } from "@/lib/core/http/hosts";
import { log } from "@/lib/core/log";

/**
 * The half of next-auth that speaks with providers: state, nonce and PKCE, the exchange of the code, the checks of the token. It is
 * made for one provider of one company at a time, so a provider that is misconfigured breaks nobody else's sign-in, and its cookies
 * bear the provider's id in name and content: what one provider's browser trip has set opens no other's (S-55). It makes no session;
 * who the person is here, our own operation decides.
 */
export type ProvidedIdentity = {
  readonly providerId: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
};

type Profile = { sub?: unknown; email?: unknown; email_verified?: unknown };

/** What the verified answer said, on its way out of next-auth. */
const arriving = new AsyncLocalStorage<{ identity?: ProvidedIdentity }>();

/** Where the browser is sent. Sets the cookies of this trip. Throws ProviderFailed when the provider does not answer as it should. */
export async function beginProviderTrip(provider: ProviderToCall): Promise<string> {
  const trip = authFor(provider).signIn(provider.id, { redirect: false, redirectTo: "/sign-in" });
  const address: unknown = await trip.catch(() => undefined);
  if (typeof address !== "string" || !URL.canParse(address)) throw new ProviderFailed();
  // Its own error page is how next-auth says that it could not.
  if (new URL(address).searchParams.has("error")) throw new ProviderFailed();
  return address;
}

/**
 * What the provider says of the person who came back from it, and the cookies to take away. Throws ProviderFailed for anything but a
 * right answer to this browser's own trip to this very provider.
 */
export async function endProviderTrip(
  provider: ProviderToCall,
  { url, cookie }: { url: string; cookie: string },
): Promise<{ identity: ProvidedIdentity; cookies: string[] }> {
  const arrival: { identity?: ProvidedIdentity } = {};
  // A plain request: Next's own class would rewrite 127.0.0.1, and the address must be the one that the provider was told.
  const request = new Request(url, { headers: { cookie } }) as NextRequest;
  const response = await arriving.run(arrival, () => authFor(provider).handlers.GET(request));
  if (arrival.identity === undefined) throw new ProviderFailed();
  return { identity: arrival.identity, cookies: response.headers.getSetCookie() };
}

function authFor(provider: ProviderToCall) {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const cookie = (name: string) => ({
    name: `${secure ? "__Host-" : ""}authjs.${name}.${provider.id}`,
    options,
  });
  return NextAuth(() => ({
    secret: config().AUTH_SECRET,
    trustHost: true,
    basePath: "/api/auth",
    useSecureCookies: secure,
    cookies: {
      state: cookie("state"),
      nonce: cookie("nonce"),
      pkceCodeVerifier: cookie("pkce"),
      callbackUrl: cookie("callback-url"),
      csrfToken: cookie("csrf"),
    },
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [provider.kind === "github" ? github(provider) : oidc(provider)],
    callbacks: {
      signIn({ account, profile }) {
        const store = arriving.getStore();
        if (store && account) store.identity = identityOf(provider, account.providerAccountId, profile ?? {});
        // A path rather than true: next-auth stops here and makes no session of its own.
        return "/sign-in";
      },
    },
    logger: {
      error: (error) => log.warn("a sign-in provider failed", { name: error.name, provider: provider.id }),
      warn: () => {},
    },
  }));
}

function identityOf({ id: providerId }: ProviderToCall, subject: string, profile: Profile): ProvidedIdentity {
  const email = typeof profile.email === "string" ? profile.email : null;
  return { providerId, subject, email, isEmailVerified: profile.email_verified === true };
}

const checks: ("state" | "nonce" | "pkce")[] = ["state", "nonce", "pkce"];

function oidc({ id, name, issuer, oauthClient, oauthSecret }: ProviderToCall): OIDCConfig<Profile> {
  return {
    id,
    name,
    type: "oidc",
    issuer,
    clientId: oauthClient,
    clientSecret: oauthSecret,
    checks,
    authorization: { params: { scope: "openid email profile" } },
    profile: ({ sub }) => ({ id: String(sub) }),
    [customFetch]: providerFetch,
  };
}

/** No OIDC: the person is asked for at the API, with addresses and whether they are confirmed. */
function github({ id, name, oauthClient, oauthSecret }: ProviderToCall): OAuthConfig<Profile> {
  return {
    id,
    name,
    type: "oauth",
    clientId: oauthClient,
    clientSecret: oauthSecret,
    checks: ["state", "pkce"],
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    userinfo: {
      url: "https://api.github.com/user",
      request: ({ tokens }: { tokens: { access_token?: string } }) =>
        githubProfile(tokens.access_token ?? ""),
    },
    profile: ({ sub }) => ({ id: String(sub) }),
    [customFetch]: providerFetch,
  };
}
