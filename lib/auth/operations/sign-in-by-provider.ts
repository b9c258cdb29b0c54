import "server-only";
import { closeChallenge, lockChallenge, openChallenge } from "@/lib/auth/challenges";
import { ChallengeGone, IdentityUnknown } from "@/lib/auth/errors";
import { completeFirstFactor } from "@/lib/auth/first-factor";
import { exampleProvider } from "@/lib/auth/providers/examples";
import { findLinked, findVerifiedAccount } from "@/lib/auth/providers/identities";
import { offerRegistration } from "@/lib/auth/providers/registration";
import { findEnabledProvider } from "@/lib/auth/providers/rows";
import { ByProviderView, SignInByProviderInput } from "@/lib/auth/providers/schema";
import { exampleHold, exampleSignedIn } from "@/lib/auth/second-factor/examples";
import { operation } from "@/lib/core/operation/operation";

export const signInByProvider = operation({
  name: "auth.session.signInByProvider",
  summary: "Sign in as whom a provider named",
  description:
    "Only an account that is connected with this very account of the provider. One with the same address, confirmed on both sides, is offered to be connected after its owner has signed in; one that is nobody's may open an account where the company allows that.",
  audience: ["visitor"],
  input: SignInByProviderInput,
  output: ByProviderView,
  example: {
    input: {
      ...exampleHold,
      providerId: exampleProvider.id,
      subject: "248289761001",
      email: "grace@example.com",
      isEmailVerified: true,
    },
    output: { signedIn: exampleSignedIn, link: null, registration: null },
  },
  refusals: [
    "auth.challenge_gone",
    "auth.provider_not_found",
    "auth.identity_unknown",
    "auth.sign_in_refused",
  ],
  async run(context, { challengeId, challengeSecret, address, userAgent, deviceSecret, ...identity }) {
    const challenge = await lockChallenge(context, { challengeId, challengeSecret }, "provider");
    await closeChallenge(context, challenge);
    if (challenge.data.providerId !== identity.providerId) throw new ChallengeGone();
    const provider = await findEnabledProvider(context, identity.providerId);

    const account = await findLinked(context, provider, identity.subject);
    if (account !== undefined) {
      const from = { method: "provider", address, userAgent, deviceSecret };
      const signedIn = await completeFirstFactor(context, account, from);
      return { signedIn, link: null, registration: null };
    }

    const owner = await findVerifiedAccount(context, provider, identity);
    if (owner === undefined) {
      const registration = await offerRegistration(context, provider, identity);
      if (registration === undefined) return context.refuseAndKeep(new IdentityUnknown());
      return { signedIn: null, link: null, registration };
    }
    const link = await openChallenge(context, {
      purpose: "link_identity",
      userId: owner.id,
      data: identity,
      minutes: 15,
    });
    return { signedIn: null, link, registration: null };
  },
});
