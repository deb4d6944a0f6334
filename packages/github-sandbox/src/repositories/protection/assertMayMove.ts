import { GitHubError } from '../../http/GitHubError';
import { refusalOf, type Refusal } from './refusalOf';
import type { RefUpdate } from './RefUpdate';

/** Throws what REST answers where a branch's protection or a ruleset forbids a move. `prefix` is put before the reasons: `Could not update file: `. */
export async function assertMayMove(
  options: RefUpdate & { status: 409 | 422; prefix?: string },
): Promise<void> {
  const refusal = await refusalOf(options);
  if (refusal) throw refusedMove({ ...options, refusal });
}

/** The error for a move that is forbidden. */
export function refusedMove(options: {
  refusal: Refusal;
  status: 409 | 422;
  prefix?: string;
}): GitHubError {
  const { refusal, status, prefix = '' } = options;
  const reasons = refusal.reasons.join(' ');
  return new GitHubError({
    status,
    message:
      refusal.by === 'rules'
        ? `Repository rule violations found\n\n${reasons}\n\n`
        : `${prefix}${reasons}`,
    documentationUrl:
      'https://docs.github.com/articles/about-protected-branches',
  });
}
