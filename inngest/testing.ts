import { randomUUID } from "node:crypto";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { type Answer, type Op, readAnswer, toFailure } from "@/inngest/local/protocol/answer";
import { isTrue } from "@/inngest/local/protocol/expression";
import { canonicalJson, sign } from "@/inngest/local/protocol/signature";
import { backoffMs, parseMoment } from "@/inngest/local/protocol/time";

/** What a step meets. `before`: it fails without having run. `after`: it runs, and its acknowledgement is lost (F-03). */
export type ChosenFailure = { step: string; when: "before" | "after"; times?: number };

export type TrialOptions = {
  event: { name: string; data?: Record<string, unknown>; id?: string };
  /** The clock at the beginning. It moves with sleeps, waits and back-off. */
  now?: Date;
  /** Told whenever the clock moves, for instance `vi.setSystemTime`. */
  onClock?: (now: Date) => void;
  failures?: ChosenFailure[];
  /** The acknowledgement of every step is lost once: each body runs twice (F-03). */
  everyStepTwice?: boolean;
  /** Events that come while a step waits for them. A wait for any other is over after its time. */
  arriving?: { name: string; data: Record<string, unknown> }[];
  /** Results of invoked functions, by function id with the app's prefix. */
  invoked?: Record<string, unknown>;
};

export type Trial = {
  status: "completed" | "failed";
  /** What the function returned, or the error. */
  output: unknown;
  /** Each attempt of each step, in order. */
  history: { step: string; attempt: number; outcome: "done" | "failed" | "lost" }[];
  /** The clock at the end. */
  now: Date;
};

/**
 * Runs one function in this process over the SDK's own handler, with a chosen clock and chosen failures. Steps run one after the
 * other, each in a call of its own, and nothing really sleeps.
 */
export function runFunction(fn: InngestFunction.Any, options: TrialOptions): Promise<Trial> {
  return new TrialRun(fn, options).run();
}

const signingKey = `signkey-test-${"00".repeat(32)}`;

class TrialRun {
  private readonly handle: (request: Request) => Promise<Response>;
  private readonly functionId: string;
  private readonly maxAttempts: number;
  private readonly event: { id: string; name: string; data: Record<string, unknown>; ts: number };
  private readonly failures: Required<ChosenFailure>[];
  private readonly memo = new Map<
    string,
    { type: "data"; data: unknown } | { type: "error"; error: unknown }
  >();
  private readonly history: Trial["history"] = [];
  private now: Date;

  constructor(
    fn: InngestFunction.Any,
    private readonly options: TrialOptions,
  ) {
    // The SDK reads its key from the environment; without one it answers nothing outside dev mode.
    process.env.INNGEST_SIGNING_KEY ??= signingKey;
    const { client } = fn as unknown as { client: Inngest.Any };
    this.handle = serve({ client, functions: [fn] });
    this.functionId = fn.id(client.id);
    this.maxAttempts = (fn.opts.retries ?? 3) + 1;
    this.now = options.now ?? new Date();
    this.event = { id: randomUUID(), data: {}, ts: this.now.getTime(), ...options.event };
    this.failures = (options.failures ?? []).map((failure) => ({ times: 1, ...failure }));
  }

  async run(): Promise<Trial> {
    this.moveClock(this.now);
    for (let attempt = 0; ; ) {
      const answer = await this.call("step", attempt);
      if (answer.kind === "completed") return this.end("completed", answer.output);
      if (answer.kind === "steps") {
        attempt = 0;
        for (const op of answer.ops.filter(({ id }) => !this.memo.has(id))) await this.perform(op);
        continue;
      }
      attempt += 1;
      if (answer.kind === "unreachable") throw new Error(answer.reason);
      if (!answer.retry.allowed || attempt >= this.maxAttempts) return this.end("failed", answer.error);
      this.backOff(attempt, answer.retry.at);
    }
  }

  private end(status: Trial["status"], output: unknown): Trial {
    return { status, output, history: this.history, now: this.now };
  }

  private async perform(op: Op): Promise<void> {
    switch (op.op) {
      case "StepPlanned":
        return this.runStep(op);
      case "Sleep":
        this.moveClock(parseMoment(op.name ?? "", this.now));
        return this.remember(op.id, null);
      case "WaitForEvent":
        return this.remember(op.id, this.awaited(op));
      case "InvokeFunction":
        return this.remember(op.id, this.options.invoked?.[String(op.opts?.function_id)] ?? null);
      default:
        throw new Error(`The test kit does not know ${op.op}`);
    }
  }

  private async runStep(op: Op): Promise<void> {
    const step = op.displayName ?? op.name ?? op.id;
    const isDoubled = this.options.everyStepTwice ?? false;
    if (isDoubled) this.failures.push({ step, when: "after", times: 1 });
    for (let attempt = 0; ; ) {
      const failure = this.failures.find((chosen) => chosen.step === step && chosen.times > 0);
      if (failure) failure.times -= 1;
      const answer = failure?.when === "before" ? undefined : await this.call(op.id, attempt);
      if (failure?.when === "after") {
        // The same attempt again: whoever asked never heard that it was made.
        this.history.push({ step, attempt, outcome: "lost" });
        continue;
      }

      const result = answer?.kind === "steps" ? answer.ops.find(({ id }) => id === op.id) : undefined;
      const isDone = result?.op === "StepRun";
      this.history.push({ step, attempt, outcome: isDone ? "done" : "failed" });
      if (isDone) return this.remember(op.id, result.data);

      attempt += 1;
      if (attempt >= this.maxAttempts || result?.op === "StepFailed") {
        this.memo.set(op.id, { type: "error", error: toFailure(result?.error, "A chosen failure") });
        return;
      }
      this.backOff(attempt, answer?.kind === "steps" ? answer.retry.at : undefined);
    }
  }

  private awaited(op: Op): unknown {
    const { if: expression, timeout } = op.opts ?? {};
    const found = this.options.arriving?.find(
      (arriving) =>
        arriving.name === op.name &&
        (typeof expression !== "string" || isTrue(expression, { event: this.event, async: arriving })),
    );
    if (found) return { id: randomUUID(), ts: this.now.getTime(), ...found };
    this.moveClock(parseMoment(String(timeout ?? ""), this.now));
    return null;
  }

  private remember(id: string, data: unknown): void {
    this.memo.set(id, { type: "data", data: data ?? null });
  }

  private backOff(attempt: number, at: Date | undefined): void {
    this.moveClock(at ?? new Date(this.now.getTime() + backoffMs(attempt, 1, () => 0)));
  }

  private moveClock(to: Date | undefined): void {
    if (to && to > this.now) this.now = to;
    this.options.onClock?.(this.now);
  }

  private async call(stepId: string, attempt: number): Promise<Answer> {
    const stack = [...this.memo.keys()];
    const body = canonicalJson({
      ctx: {
        run_id: "trial",
        attempt,
        max_attempts: this.maxAttempts,
        disable_immediate_execution: true,
        use_api: false,
        stack: { stack, current: stack.length },
      },
      event: this.event,
      events: [this.event],
      steps: Object.fromEntries(this.memo),
      version: -1,
    });
    const url = `http://localhost/api/inngest?fnId=${this.functionId}&stepId=${stepId}`;
    const key = process.env.INNGEST_SIGNING_KEY ?? signingKey;
    // The signature is of the clock that the handler sees, which may be a chosen one.
    const headers = { host: "localhost", "x-inngest-signature": sign(body, key, new Date()) };
    const response = await this.handle(new Request(url, { method: "POST", body, headers }));
    return readAnswer(
      { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() },
      this.now,
    );
  }
}
