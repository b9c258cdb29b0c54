import "server-only";
import { z } from "zod";
import { endSession } from "@/lib/auth/end-session";
import { exampleSession } from "@/lib/auth/examples";
import { personOf } from "@/lib/auth/queries";
import { EndedView } from "@/lib/auth/schema";
import { operation } from "@/lib/core/operation/operation";

export const signOut = operation({
  name: "auth.session.signOut",
  summary: "Sign out",
  audience: ["staff", "client"],
  input: z.strictObject({}),
  output: EndedView,
  example: { input: {}, output: { id: exampleSession.id, endedAt: "2026-04-01T17:00:00.000Z" } },
  refusals: ["auth.person_needed", "auth.session_not_found"],
  run: (context) => endSession(context, personOf(context.actor)),
});
