import type { GithubService } from '@callboard/plugin-github-node';
import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import { newDescriptorPath } from '../plan/descriptorPaths';
import type { Applied, ApplyItem } from './ApplyItem';
import { pullRequestText } from './pullRequestText';
import { repositoryState, type RepositoryState } from './repositoryState';

/** The branch of our pull requests. */
export const IMPORT_BRANCH = 'callboard/catalog-info';

/** A change that has to wait longer is reported as a pause, rather than waited for in silence. */
const PATIENCE_MS = 5_000;

type Found = Extract<RepositoryState, { state: 'found' }>;

/**
 * Opens a pull request with the planned descriptor: a branch, a commit, the request, each only where it is not there. What people have
 * changed on our branch stays; a request that they have closed is not opened again. Changes count against GitHub's limits of 80 a minute
 * and 500 an hour, which the shared budget keeps:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export function createProposal(options: {
  github: Pick<GithubService, 'client'>;
  settings: Pick<GithubSettings, 'repositories'>;
  portalUrl?: string;
  portalTitle: string;
}): ApplyItem {
  const { github, settings } = options;
  return async ({ host, organisation, item }) => {
    const [owner, name] = item.repository.split('/');
    const path = newDescriptorPath(
      sourcesOf({ settings, host, owner: organisation }),
    );
    const client = await github.client({
      url: item.url,
      priority: 'background',
      patienceMs: PATIENCE_MS,
    });
    const state = await repositoryState({
      ...{ client, owner, name, path },
      branch: IMPORT_BRANCH,
    });
    const ended = endOf({ state, item, path });
    if (ended) return ended;
    const { head, branch } = state as Found;
    const base = head!;

    if (!branch) {
      await client.rest.git.createRef({
        ...{ owner, repo: name },
        ref: `refs/heads/${IMPORT_BRANCH}`,
        sha: base.oid,
      });
    }
    const text = pullRequestText({ ...options, item, path });
    if (branch?.descriptor === undefined) {
      await client.rest.repos.createOrUpdateFileContents({
        ...{ owner, repo: name, path, branch: IMPORT_BRANCH },
        message: text.commit,
        content: Buffer.from(item.entity!.yaml).toString('base64'),
      });
    }
    const { data } = await client.rest.pulls.create({
      ...{ owner, repo: name, title: text.title, body: text.body },
      head: IMPORT_BRANCH,
      base: base.branch,
    });
    return { status: 'pull-request', url: data.html_url };
  };
}

/** What there is nothing left to do for. */
function endOf(options: {
  state: RepositoryState;
  item: { repository: string };
  path: string;
}): Applied | undefined {
  const { state, item, path } = options;
  const skipped = (reason: string, url?: string): Applied => ({
    status: 'skipped',
    reason,
    ...(url && { url }),
  });
  if (state.state === 'not-found') {
    return skipped(
      'it is gone, or the portal may not see it any more; plan again',
    );
  }
  const { nameWithOwner, isArchived, head, hasDescriptor, pull } = state;
  if (nameWithOwner.toLowerCase() !== item.repository.toLowerCase()) {
    return skipped(`it is called ${nameWithOwner} now; plan again`);
  }
  if (isArchived) return skipped('it has been archived');
  if (!head) return skipped('it has no commit yet');
  if (hasDescriptor) return skipped(`it has ${path} by now`);
  if (pull?.state === 'OPEN') return { status: 'pull-request', url: pull.url };
  if (pull?.state === 'CLOSED') {
    return skipped(
      'somebody has closed the pull request without merging it',
      pull.url,
    );
  }
  return undefined;
}
