import type { Instrumentation } from "next";

/**
 * Runs once when the server starts: a configuration that is not usable ends it here, with all reasons at once. From then on
 * standard output holds lines of the log and nothing else.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("@/lib/core/config/load");
  // A domain imports no adapter: whoever starts a process hands them in.
  const [{ provideGateways }, { gateways }] = await Promise.all([
    import("@/lib/payments/gateways"),
    import("@/plugins/gateways"),
  ]);
  provideGateways(gateways);
  if (config().NODE_ENV !== "production") return;
  const { printThroughLog } = await import("@/lib/core/print-through-log");
  printThroughLog();
}

/** What a page or route threw and nobody caught: logged whole. The digest is the reference that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/core/log");
  const { digest } = error as { digest?: string };
  const { path, method } = request;
  log.error("a request failed", {
    error,
    reference: digest,
    method,
    path: path.split("?")[0],
    kind: context.routeType,
  });
};
