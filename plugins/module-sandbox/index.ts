import {
  type AccountReference,
  type AccountSpec,
  failed,
  type ModuleCall,
  type ModuleResult,
  type Observed,
  type ProvisioningModule,
  succeeded,
} from "@/lib/provisioning/contract";
import { accountKey, observe, readAccount, type SandboxAccount, writeAccount } from "./account";
import { type SandboxSettings, settings } from "./settings";

type Call = ModuleCall<SandboxSettings>;

/** A panel that exists on a shelf only, and behaves as its settings say: for demonstrations, and for tests of everything above it. */
export const sandboxModule: ProvisioningModule<typeof settings> = {
  manifest: {
    id: "sandbox",
    version: "1",
    capabilities: { changesPlan: true, changesPassword: true, signsOn: true, tellsUsage: true },
    secretSettings: [],
  },
  settings,

  async health({ settings: { server } }) {
    return succeeded({ latencyMs: 0, account: server, warnings: [] });
  },

  async inspect(call, { userName }) {
    return succeeded(observe(await readAccount(call, userName), call.now));
  },

  create,
  suspend: (call, account) => change(call, account, { isSuspended: true }),
  unsuspend: (call, account) => change(call, account, { isSuspended: false }),

  async terminate(call, { userName }) {
    await call.store.remove(accountKey(userName));
    return succeeded(null);
  },

  changePlan: (call, account) =>
    change(call, account, { quotaMegabytes: call.settings.quotaMegabytes, server: call.settings.server }),

  async changePassword(call, { userName }) {
    const account = await readAccount(call, userName);
    if (account === undefined) return failed("permanent", `There is no account ${userName}.`);
    await writeAccount(call, { ...account, passwords: account.passwords + 1 });
    return succeeded(null);
  },

  async signOn(call, { userName }) {
    const account = await readAccount(call, userName);
    if (account === undefined) return failed("permanent", `There is no account ${userName}.`);
    const expiresAt = new Date(call.now.getTime() + 60_000).toISOString();
    return succeeded({ url: `https://${account.server}/sign-on?key=${call.opId}`, expiresAt });
  },

  async usage(call, { userName }) {
    const account = await readAccount(call, userName);
    if (account === undefined) return failed("permanent", `There is no account ${userName}.`);
    return succeeded({ diskMegabytes: 0, trafficMegabytes: 0 });
  },
};

async function create(call: Call, spec: AccountSpec): Promise<ModuleResult<Observed>> {
  switch (call.settings.behaviour) {
    case "succeeds":
      return make(call, spec);
    case "slow": {
      const made = await make(call, spec, call.settings.slowSeconds * 1_000);
      const isBeingMade = made.state === "succeeded" && made.data.state === "creating";
      return isBeingMade ? { state: "pending", pollAfterMs: 2_000 } : made;
    }
    case "fails_once":
      return (await isFirst(call))
        ? failed("retryable", "The server is restarting.", 1_000)
        : make(call, spec);
    case "fails":
      return failed("permanent", "The server has no room for another account.");
    case "loses_answer_after": {
      const isLost = await isFirst(call);
      const made = await make(call, spec);
      return isLost ? failed("ambiguous", "The connection broke after the request was sent.") : made;
    }
    case "loses_answer_before":
      return (await isFirst(call))
        ? failed("ambiguous", "The connection broke after the request was sent.")
        : make(call, spec);
  }
}

/** True once for each deed. */
function isFirst({ store, opId }: Call): Promise<boolean> {
  return store.add(`met:${opId}`, true);
}

async function make(call: Call, { userName }: AccountSpec, takesMs = 0): Promise<ModuleResult<Observed>> {
  const { opId, now, store, settings } = call;
  const account: SandboxAccount = {
    userName,
    opId,
    isSuspended: false,
    readyAt: new Date(now.getTime() + takesMs).toISOString(),
    server: settings.server,
    quotaMegabytes: settings.quotaMegabytes,
    passwords: 1,
  };
  if (await store.add(accountKey(userName), account)) return succeeded(observe(account, now));

  const known = await readAccount(call, userName);
  if (known?.opId !== opId) return failed("conflict", `The user name ${userName} is taken.`);
  return succeeded(observe(known, now));
}

async function change(
  call: Call,
  { userName }: AccountReference,
  changes: Partial<SandboxAccount>,
): Promise<ModuleResult<null>> {
  const account = await readAccount(call, userName);
  if (account === undefined) return failed("permanent", `There is no account ${userName}.`);
  await writeAccount(call, { ...account, ...changes });
  return succeeded(null);
}
