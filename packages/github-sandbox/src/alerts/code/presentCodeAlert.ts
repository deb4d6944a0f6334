import type { Sandbox } from '../../core/Sandbox';
import type { CodeAlert, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from '../../issues/present/presentPerson';
import { fullNameOf } from '../../repositories/fullNameOf';

/** `code-scanning-alert` of GitHub's OpenAPI, which the items of lists are, too. */
export function presentCodeAlert(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  alert: CodeAlert;
  /** The commit that was analysed last; see `analysedCommit`. */
  commit: string;
}) {
  const { sandbox, urls, repository, alert } = options;
  const fullName = fullNameOf({ sandbox, repository });
  const url = `${urls.api}/repos/${fullName}/code-scanning/alerts/${alert.number}`;
  return {
    number: alert.number,
    created_at: alert.createdAt,
    updated_at: alert.updatedAt,
    url,
    html_url: `${urls.html}/${fullName}/security/code-scanning/${alert.number}`,
    state: alert.state,
    fixed_at: alert.fixedAt,
    dismissed_by: presentPerson({ sandbox, urls, id: alert.dismissedById }),
    dismissed_at: alert.dismissedAt,
    dismissed_reason: alert.dismissedReason,
    dismissed_comment: alert.dismissedComment,
    rule: {
      id: alert.ruleId,
      severity: alert.severity,
      description: alert.summary,
      name: alert.ruleId,
      tags: alert.tags,
      security_severity_level: alert.securitySeverity,
    },
    tool: { name: alert.tool, guid: null, version: alert.toolVersion },
    most_recent_instance: presentCodeInstance(options),
    instances_url: `${url}/instances`,
    dismissal_approved_by: null,
    assignees: [],
  };
}

/** `code-scanning-alert-instance`: where it is. */
export function presentCodeInstance(options: {
  repository: Repository;
  alert: CodeAlert;
  commit: string;
}) {
  const { repository, alert, commit } = options;
  const key = analysisKey(alert.tool);
  return {
    ref: `refs/heads/${repository.defaultBranch}`,
    analysis_key: key,
    environment: '{}',
    category: key,
    state: alert.state,
    commit_sha: commit,
    message: { text: alert.message },
    location: {
      path: alert.path,
      start_line: alert.line,
      end_line: alert.line,
      start_column: 1,
      end_column: 1,
    },
    classifications: [],
  };
}

/** As GitHub names the analyses of its default setup: `dynamic/github-code-scanning/codeql:analyze`. */
export function analysisKey(tool: string): string {
  const name = tool.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `dynamic/github-code-scanning/${name}:analyze`;
}
