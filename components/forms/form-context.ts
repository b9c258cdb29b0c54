"use client";

import { createContext, useContext } from "react";
import type { ActionProblem } from "./action-state";

type FormFacts = { readonly error?: ActionProblem; readonly isPending: boolean };

export const FormContext = createContext<FormFacts>({ isPending: false });

/** The refusal and the progress of the <ActionForm> around. */
export function useFormFacts(): FormFacts {
  return useContext(FormContext);
}
