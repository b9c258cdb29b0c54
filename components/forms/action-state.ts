import type { ActionState } from "@/lib/doors/server-action";

export type { ActionProblem, ActionState } from "@/lib/doors/server-action";

/** A server action over an operation, as forms are given it. */
export type FormAction<View> = (state: unknown, form: FormData) => Promise<ActionState<View>>;
