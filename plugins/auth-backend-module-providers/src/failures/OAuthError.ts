/** What an authorization server answered instead of what was asked for, in OAuth's own words. */
export class OAuthError extends Error {
  /** For example `invalid_client`. */
  readonly code: string;

  constructor(options: { code: string; description?: string }) {
    const { code, description } = options;
    super(description ? `${code}: ${description}` : code);
    this.name = 'OAuthError';
    this.code = code;
  }
}
