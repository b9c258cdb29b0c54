import "server-only";
import { z } from "zod";
import { providerFetch } from "@/lib/auth/providers/provider-fetch";

const User = z.object({ id: z.number().int() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** The person behind a token, in the words of OIDC: id, primary address, and whether GitHub has confirmed that. */
export async function githubProfile(
  accessToken: string,
): Promise<{ sub: string; email: string | null; email_verified: boolean }> {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: "application/vnd.github+json",
    "user-agent": "Panel1",
  };
  const ask = async (path: string) =>
    (await providerFetch(`https://api.github.com${path}`, { headers })).json();
  const { id } = User.parse(await ask("/user"));
  const primary = Emails.parse(await ask("/user/emails")).find((one) => one.primary);
  return { sub: String(id), email: primary?.email ?? null, email_verified: primary?.verified ?? false };
}
