import type { Sandbox } from '../../core/Sandbox';
import type { CodeAlert, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { fullNameOf } from '../../repositories/fullNameOf';
import { analysisKey } from './presentCodeAlert';

/** `code-scanning-analysis` of GitHub's OpenAPI: the newest one of each tool, which is all that the sandbox knows of them. */
export function presentAnalyses(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  alerts: CodeAlert[];
  commit: string;
}) {
  const { sandbox, urls, repository, alerts, commit } = options;
  const fullName = fullNameOf({ sandbox, repository });
  return [...new Set(alerts.map(({ tool }) => tool))].map(tool => {
    const found = alerts.filter(alert => alert.tool === tool);
    const [{ id, toolVersion: version }] = found;
    return {
      ref: `refs/heads/${repository.defaultBranch}`,
      commit_sha: commit,
      analysis_key: analysisKey(tool),
      environment: '{}',
      category: analysisKey(tool),
      error: '',
      created_at: found
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1)!,
      results_count: found.filter(({ state }) => state !== 'fixed').length,
      rules_count: new Set(found.map(({ ruleId }) => ruleId)).size,
      id,
      url: `${urls.api}/repos/${fullName}/code-scanning/analyses/${id}`,
      sarif_id: '',
      tool: { name: tool, guid: null, version },
      deletable: true,
      warning: '',
    };
  });
}
