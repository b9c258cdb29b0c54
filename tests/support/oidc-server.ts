import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Whom the provider signs in, and what it says of them. */
export type OidcPerson = { subject: string; email: string; isEmailVerified: boolean };

/** What the provider gets wrong in the tokens that it hands out. */
export type OidcFault = "wrong-nonce" | "wrong-audience" | "wrong-issuer";

type Options = {
  /** Where it sends people back to: any address that begins so. */
  returnsTo: string;
  person: OidcPerson;
};

export type OidcServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in there from now on. */
  person: OidcPerson;
  fault: OidcFault | undefined;
  /** The address to which it would send the next person back, who stays there instead: `begin` to hold back, then the address. */
  heldBack: "begin" | URL | undefined;
  stop(): Promise<void>;
};

const clientId = "panel1";
const clientSecret = "a-secret-between-panel1-and-its-provider";

/**
 * A real OpenID provider (oidc-provider) on loopback. It asks nobody anything: whoever comes is `person` and consents. Everything else
 * is as in life: discovery, authorization code, PKCE, signed tokens, userinfo.
 */
export async function startOidcServer({ returnsTo, person }: Options): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const running: OidcServer = {
    issuer,
    clientId,
    clientSecret,
    person,
    fault: undefined,
    heldBack: undefined,
    stop: () => close(server),
  };

  const provider = providerOf(running, returnsTo);
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) void consent(provider, running, request, response);
    else answer(request, response);
  });
  return running;
}

function providerOf(running: OidcServer, returnsTo: string): Provider {
  const provider = new Provider(running.issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnsTo] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["cookies of a test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => {
        const { email, isEmailVerified } = running.person;
        return { sub: id, email, email_verified: isEmailVerified, name: "Grace Hopper" };
      },
    }),
    pkce: { required: () => true },
    renderError(context, out) {
      context.type = "json";
      context.body = out;
    },
  });
  // The product's address for a provider bears an id that is there only after the provider was set up.
  provider.Client.prototype.redirectUriAllowed = (address) => address.startsWith(returnsTo);
  provider.use(async (context, next) => {
    await next();
    const location = String(context.response.get("location") ?? "");
    if (running.heldBack === "begin" && location.startsWith(returnsTo)) {
      running.heldBack = new URL(location);
      context.remove("location");
      context.status = 200;
      context.type = "html";
      // With an icon of its own: browsers would ask for one.
      context.body = '<!doctype html><title>Held back</title><link rel="icon" href="data:,">';
    }
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === "/token" && body?.id_token && running.fault) {
      context.body = { ...body, id_token: spoiled(body.id_token, running.fault) };
    }
  });
  return provider;
}

/** Signs the person in and consents for them, at once. */
async function consent(
  provider: Provider,
  { person }: OidcServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.subject, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, {
    login: { accountId: person.subject, remember: false },
    consent: { grantId },
  });
}

/** The same token with one claim wrong. Its signature no longer fits either, but over a direct connection that is not what is asked. */
function spoiled(token: string, fault: OidcFault): string {
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  const wrong = {
    "wrong-nonce": { nonce: "another" },
    "wrong-audience": { aud: "another", azp: "another" },
    "wrong-issuer": { iss: "http://localhost:1" },
  }[fault];
  const said = Buffer.from(JSON.stringify({ ...claims, ...wrong })).toString("base64url");
  return [head, said, signature].join(".");
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
