/** One thing that is wrong with a request to the control API. */
export interface Problem {
  /** Where, as `webhooks.loseEvery`; empty: the body as a whole. */
  key: string;
  /** What it has to be, in plain words. */
  message: string;
}

/** A request to the control API that is refused. 422 with everything that is wrong, or another status with one sentence. */
export class ControlError extends Error {
  readonly status: 404 | 409 | 413 | 422;
  readonly problems: Problem[];

  constructor(options: {
    status?: 404 | 409 | 413 | 422;
    message?: string;
    problems?: Problem[];
  }) {
    const { status = 422, problems = [] } = options;
    super(
      options.message ??
        problems
          .map(({ key, message }) => (key ? `${key}: ${message}` : message))
          .join('; '),
    );
    this.name = 'ControlError';
    this.status = status;
    this.problems = problems;
  }
}
