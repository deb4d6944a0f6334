/** An issue that a text closes: `#3` in the same repository, or in the one that is named. */
export interface ClosedReference {
  /** `owner/name`, where it is said. */
  repository?: string;
  number: number;
}

/** https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue#linking-a-pull-request-to-an-issue-using-a-keyword */
const KEYWORD =
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:([\w.-]+\/[\w.-]+)#(\d+)|(?:#|gh-)(\d+)|https?:\/\/[^/\s]+\/([\w.-]+\/[\w.-]+)\/issues\/(\d+))/gi;

/** The issues that a text closes by a keyword: `Fixes #3`, `closes: acme/shop#4`, `Resolved http://…/acme/shop/issues/5`. */
export function closingKeywords(text: string): ClosedReference[] {
  return [...text.matchAll(KEYWORD)].map(match => ({
    repository: match[1] ?? match[4],
    number: Number(match[2] ?? match[3] ?? match[5]),
  }));
}
