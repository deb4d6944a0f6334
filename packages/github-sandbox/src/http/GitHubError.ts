/** An answer of GitHub's that is an error. Handlers throw it where going on makes no sense; the router turns it into the answer. */
export class GitHubError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly errors: unknown[] | undefined;
  readonly documentationUrl: string;

  constructor(options: {
    status: number;
    message: string;
    /** GitHub's list of what is wrong: `{ resource, field, code, message? }` or texts. */
    errors?: unknown[];
    headers?: Record<string, string>;
    documentationUrl?: string;
  }) {
    super(options.message);
    this.name = 'GitHubError';
    this.status = options.status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
    this.documentationUrl =
      options.documentationUrl ?? 'https://docs.github.com/rest';
  }

  /** The body as GitHub writes it; `status` is a text there. */
  toBody() {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: this.documentationUrl,
      status: String(this.status),
    };
  }
}

/** 404, which is also what hidden things answer. */
export function notFound(): GitHubError {
  return new GitHubError({ status: 404, message: 'Not Found' });
}

/** 403 for people who lack a role in a repository; GitHub says so whatever the role is. */
export function adminRightsNeeded(): GitHubError {
  return new GitHubError({
    status: 403,
    message: 'Must have admin rights to Repository.',
  });
}

/** 422 as GitHub words it, with what is wrong. */
export function validationFailed(options: {
  errors: Array<
    | string
    | {
        resource: string;
        field: string;
        code: string;
        message?: string;
        value?: unknown;
      }
  >;
}): GitHubError {
  return new GitHubError({
    status: 422,
    message: 'Validation Failed',
    errors: options.errors,
  });
}
