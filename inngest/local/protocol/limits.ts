/** Sizes and numbers beyond which a real server refuses too. */
export const limits = {
  /** One event as it is sent. */
  eventBytes: 524_288,
  /** What one step, or a function, returns. */
  outputBytes: 4 * 1_048_576,
  /** One answer of the app: a step's output, or the payloads of steps that it plans. */
  answerBytes: 8 * 1_048_576,
  /** All that a run's steps returned, together. */
  stateBytes: 32 * 1_048_576,
  stepsPerRun: 1_000,
} as const;
