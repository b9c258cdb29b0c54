import { z } from "zod";
import {
  type AccountReference,
  failed,
  type ModuleCall,
  type ModuleResult,
  type Observed,
  type ProvisioningModule,
  succeeded,
} from "@/lib/provisioning/contract";

const settings = z.object({
  /** What staff are told to do. */
  instructions: z.string().max(2_000).default(""),
});

type Call = ModuleCall<z.output<typeof settings>>;
type Kept = Extract<Observed, { remoteId: string }>;

/**
 * People deliver: each deed becomes a task for staff and waits for their word. What they said is remembered by user name, so that
 * later deeds know what is there.
 */
export const manualModule: ProvisioningModule<typeof settings> = {
  manifest: {
    id: "manual",
    version: "1",
    capabilities: { changesPlan: true, changesPassword: false, signsOn: false, tellsUsage: false },
    secretSettings: [],
  },
  settings,

  async health() {
    return succeeded({ latencyMs: 0, account: null, warnings: [] });
  },

  async inspect({ store }, { userName }) {
    const kept = (await store.get(keyOf(userName))) as Kept | undefined;
    return succeeded<Observed>(kept ?? { state: "absent" });
  },

  async create(call, { userName }) {
    return answered(call, async (access) => {
      // Whoever made it may have had to choose another name than the one that was set aside.
      const name = access.userName ?? userName;
      const made: Kept = { state: "active", remoteId: name, userName: name, access };
      await call.store.put(keyOf(name), made);
      return made;
    });
  },

  suspend: (call, account) => moves(call, account, "suspended"),
  unsuspend: (call, account) => moves(call, account, "active"),
  changePlan: (call, account) => moves(call, account, "active"),

  async terminate(call, { userName }) {
    return answered(call, async () => {
      await call.store.remove(keyOf(userName));
      return null;
    });
  },
};

function keyOf(userName: string): string {
  return `account:${userName}`;
}

/** Asks for staff until they have answered; then does what follows from it. */
async function answered<Data>(
  { answer, settings: { instructions } }: Call,
  done: (access: Readonly<Record<string, string>>) => Promise<Data>,
): Promise<ModuleResult<Data>> {
  if (answer === null) return { state: "action_required", actor: "operator", reason: instructions };
  if (answer.outcome === "failed") return failed("permanent", answer.note ?? "Staff could not do it.");
  return succeeded(await done(answer.access));
}

async function moves(
  call: Call,
  { userName, remoteId }: AccountReference,
  state: "active" | "suspended",
): Promise<ModuleResult<null>> {
  return answered(call, async () => {
    const kept = (await call.store.get(keyOf(userName))) as Kept | undefined;
    // What was marked as delivered past the module is known from now on.
    const known = kept ?? { remoteId: remoteId ?? userName, userName, access: {} };
    await call.store.put(keyOf(userName), { ...known, state });
    return null;
  });
}
