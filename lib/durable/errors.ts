import { Refusal } from "@/lib/core/errors";

export class RunNotFound extends Refusal {
  constructor() {
    super("not_found", "durable.run_not_found", "There is no such run.");
  }
}

/** Only a failed run goes on; another did meanwhile, or it ended otherwise. */
export class RunNotFailed extends Refusal {
  constructor() {
    super("conflict", "durable.run_not_failed", "Only a failed run can be retried.");
  }
}

/** A step that was under way when the run failed has not ended yet. */
export class RunBusy extends Refusal {
  constructor() {
    super(
      "conflict",
      "durable.run_busy",
      "A step of this run is still under way. Try again when it has ended.",
    );
  }
}

export class RunEnded extends Refusal {
  constructor() {
    super("conflict", "durable.run_ended", "The run has ended already.");
  }
}

export class RunCancelling extends Refusal {
  constructor() {
    super("conflict", "durable.run_cancelling", "The run is being cancelled already.");
  }
}

export class RunNotEnded extends Refusal {
  constructor() {
    super("conflict", "durable.run_not_ended", "Only a run that has ended can be repeated.");
  }
}

/** Somebody repeated it, and that run has not ended. */
export class RunRepeated extends Refusal {
  constructor() {
    super("conflict", "durable.run_repeated", "The run is being repeated already.");
  }
}

/** The product no longer has the function, so nothing would carry the run out. */
export class FunctionGone extends Refusal {
  constructor() {
    super("conflict", "durable.function_gone", "The function of this run no longer exists.");
  }
}

/** Durable work runs on a server with pages of its own. */
export class RunsElsewhere extends Refusal {
  constructor() {
    super(
      "precondition",
      "durable.runs_elsewhere",
      "Durable work runs on another server, which shows its runs.",
    );
  }
}
