/** What a server action answers with, as the doors make it. */
export type ActionProblem = {
  readonly code: string;
  readonly message?: string;
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly requestId?: string;
};

export type ActionState<View> = { readonly value?: View; readonly error?: ActionProblem };

export type FormAction<View> = (
  state: ActionState<View>,
  form: FormData,
) => ActionState<View> | Promise<ActionState<View>>;
