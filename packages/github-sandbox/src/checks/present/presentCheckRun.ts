import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { CheckRun, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { presentApp } from '../../apps/present/presentApp';
import { presentPullsAt } from './presentPullsAt';

/** `check-run` of GitHub's OpenAPI. */
export function presentCheckRun(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  checkRun: CheckRun;
}) {
  const { sandbox, urls, repository, checkRun } = options;
  const { api, html } = repositoryAddress(options);
  const url = `${api}/check-runs/${checkRun.id}`;
  const htmlUrl = `${html}/runs/${checkRun.id}`;
  const app = sandbox.state.apps.get(checkRun.appId);
  const { output } = checkRun;
  return {
    id: checkRun.id,
    name: checkRun.name,
    node_id: nodeId({ type: 'CheckRun', id: checkRun.id }),
    head_sha: checkRun.headSha,
    external_id: checkRun.externalId ?? '',
    url,
    html_url: htmlUrl,
    details_url: checkRun.detailsUrl ?? htmlUrl,
    status: checkRun.status,
    conclusion: checkRun.conclusion,
    started_at: checkRun.startedAt,
    completed_at: checkRun.completedAt,
    output: {
      title: output.title,
      summary: output.summary,
      text: output.text,
      annotations_count: output.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: checkRun.suiteId },
    app: app ? presentApp({ sandbox, urls, app }) : null,
    pull_requests: presentPullsAt({
      sandbox,
      urls,
      repository,
      sha: checkRun.headSha,
    }),
  };
}
