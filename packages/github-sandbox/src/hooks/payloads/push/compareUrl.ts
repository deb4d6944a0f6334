import type { Sandbox } from '../../../core/Sandbox';
import type { Repository } from '../../../core/state';
import type { Commit } from '../../../git';
import type { Urls } from '../../../http/createUrls';
import { fullNameOf } from '../../../repositories/fullNameOf';

/** The page that shows what was pushed: a comparison, or of a new ref its one commit or the ref itself. */
export function compareUrl(options: {
  sandbox: Sandbox;
  urls: Urls;
  event: { repository: Repository; ref: string };
  commits: Commit[];
  before: string | undefined;
  after: string | undefined;
}): string {
  const { sandbox, urls, event, commits, before, after } = options;
  const { repository, ref } = event;
  const page = `${urls.html}/${fullNameOf({ sandbox, repository })}`;
  const short = (sha: string | undefined) =>
    (sha ?? '0'.repeat(40)).slice(0, 12);
  if (before !== undefined) {
    return `${page}/compare/${short(before)}...${short(after)}`;
  }
  return commits.length === 1
    ? `${page}/commit/${short(commits[0].sha)}`
    : `${page}/compare/${ref.replace(/^refs\/(heads|tags)\//, '')}`;
}
