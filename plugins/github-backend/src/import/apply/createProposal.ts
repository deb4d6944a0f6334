import type { GithubService } from '@callboard/plugin-github-node';
import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import { endOfPull } from '../../proposals/endOfPull';
import {
  openProposal,
  PROPOSAL_PATIENCE_MS,
} from '../../proposals/openProposal';
import { refusalOf, type Refusal } from '../../proposals/refusalOf';
import { newDescriptorPath } from '../plan/descriptorPaths';
import type { Applied, ApplyItem } from './ApplyItem';
import { pullRequestText } from './pullRequestText';
import { repositoryState, type RepositoryState } from './repositoryState';

/** The branch of our pull requests. */
export const IMPORT_BRANCH = 'callboard/catalog-info';

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
      patienceMs: PROPOSAL_PATIENCE_MS,
    });
    const state = await repositoryState({
      ...{ client, owner, name, path },
      branch: IMPORT_BRANCH,
    });
    const ended = endOf({ state, item, path });
    if (ended) return ended;
    const { head, branch } = state as Found;
    const text = pullRequestText({ ...options, item, path });
    const url = await openProposal({
      ...{ client, owner, name, state: { branch }, base: head! },
      ...{ branch: IMPORT_BRANCH, title: text.title, body: text.body },
      async commit() {
        if (branch?.descriptor !== undefined) return;
        await client.rest.repos.createOrUpdateFileContents({
          ...{ owner, repo: name, path, branch: IMPORT_BRANCH },
          message: text.commit,
          content: Buffer.from(item.entity!.yaml).toString('base64'),
        });
      },
    });
    return { status: 'pull-request', url };
  };
}

/** What there is nothing left to do for. */
function endOf(options: {
  state: RepositoryState;
  item: { repository: string };
  path: string;
}): Applied | undefined {
  const { state, item, path } = options;
  const refusal = refusalOf({ state, repository: item.repository });
  if (refusal) return { status: 'skipped', reason: sincePlanned(refusal) };
  const { hasDescriptor, pull } = state as Found;
  if (hasDescriptor) {
    return { status: 'skipped', reason: `it has ${path} by now` };
  }
  return endOfPull(pull);
}

/** None of it was so in the plan. */
function sincePlanned({ code, reason }: Refusal): string {
  switch (code) {
    case 'gone':
    case 'renamed':
      return `${reason}; plan again`;
    case 'archived':
      return 'it has been archived';
    default:
      return reason;
  }
}
