import type { Topic } from '../answers/Question';

const WORKFLOWS = '.github/workflows/';

/** What an event makes outdated; what it brings itself is put in by `applyBuilds`. */
export function topicsOf(event: string, payload: any): Topic[] {
  switch (event) {
    case 'push':
      return topicsOfPush(payload);
    case 'workflow_run':
      return ['run-lists'];
    case 'check_run':
    case 'check_suite':
    case 'status':
      return ['checks'];
    case 'pull_request':
    case 'pull_request_review':
      return ['pulls'];
    case 'release':
      return ['releases'];
    case 'repository':
      return ['repository'];
    case 'dependabot_alert':
      return ['alerts:dependabot'];
    case 'code_scanning_alert':
      return ['alerts:code'];
    case 'secret_scanning_alert':
      return ['alerts:secrets'];
    default:
      return [];
  }
}

function topicsOfPush(payload: any): Topic[] {
  const branch = payload?.repository?.default_branch;
  // Without its name it may be the default branch.
  if (branch && payload.ref !== `refs/heads/${branch}`) return ['branches'];
  return touchesWorkflows(payload)
    ? ['code', 'branches', 'workflows']
    : ['code', 'branches'];
}

/** GitHub lists at most 2,048 commits, and none of a push that only moves a branch. */
function touchesWorkflows({ commits }: any): boolean {
  if (!Array.isArray(commits) || commits.length === 0) return true;
  return commits.some(commit =>
    [commit?.added, commit?.removed, commit?.modified].some(
      paths =>
        !Array.isArray(paths) ||
        paths.some((path: unknown) => String(path).startsWith(WORKFLOWS)),
    ),
  );
}
