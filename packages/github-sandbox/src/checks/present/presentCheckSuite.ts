import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { CheckSuite, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { openGit } from '../../repositories/openGit';
import { presentRepository } from '../../repositories/present/presentRepository';
import { latestCheckRuns } from '../latestCheckRuns';
import { presentApp } from '../../apps/present/presentApp';
import { presentPullsAt } from './presentPullsAt';
import { presentSimpleCommit } from './presentSimpleCommit';

/** `check-suite` of GitHub's OpenAPI; its commit is read from git. */
export async function presentCheckSuite(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  checkSuite: CheckSuite;
}) {
  const { sandbox, urls, repository, checkSuite } = options;
  const { headSha: sha } = checkSuite;
  const url = `${repositoryAddress(options).api}/check-suites/${checkSuite.id}`;
  const app = sandbox.state.apps.get(checkSuite.appId);
  const git = await openGit({ sandbox, repository });
  const commit = await git.readCommit({ sha });
  return {
    id: checkSuite.id,
    node_id: nodeId({ type: 'CheckSuite', id: checkSuite.id }),
    head_branch: checkSuite.headBranch,
    head_sha: sha,
    status: checkSuite.status,
    conclusion: checkSuite.conclusion,
    url,
    before: checkSuite.before,
    after: sha,
    pull_requests: presentPullsAt({ sandbox, urls, repository, sha }),
    app: app ? presentApp({ sandbox, urls, app }) : null,
    created_at: checkSuite.createdAt,
    updated_at: checkSuite.updatedAt,
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: latestCheckRuns({
      sandbox,
      repository,
      sha,
    }).filter(({ suiteId }) => suiteId === checkSuite.id).length,
    check_runs_url: `${url}/check-runs`,
    head_commit: commit ? presentSimpleCommit(commit) : null,
    repository: presentRepository({ sandbox, urls, repository }),
  };
}
