import type { FieldError } from "@/lib/core/errors";
import { InvalidInput, Refusal } from "@/lib/core/errors";

export class SettingNotFound extends Refusal {
  constructor() {
    super("not_found", "settings.setting_not_found", "There is no such setting.");
  }
}

/** The value does not have the setting's shape. */
export class SettingNotValid extends InvalidInput {
  constructor(problems: readonly FieldError[]) {
    super(
      problems.map((problem) => ({ ...problem, path: ["value", problem.path].filter(Boolean).join(".") })),
    );
  }
}
