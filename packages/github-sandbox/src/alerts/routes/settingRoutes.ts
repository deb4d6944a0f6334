import { GitHubError, notFound } from '../../http/GitHubError';
import type { Access, Answer, RepositoryCall, Route } from '../../http/Route';

const VULNERABILITY_ALERTS = '/repos/{owner}/{repo}/vulnerability-alerts';
const SECURITY_FIXES = '/repos/{owner}/{repo}/automated-security-fixes';

/** Whether alerts, and pull requests for them, are on. https://docs.github.com/rest/repos/repos#check-if-dependabot-security-updates-are-enabled-for-a-repository */
export const settingRoutes: Route[] = [
  route(`GET ${VULNERABILITY_ALERTS}`, ({ repository }) => {
    if (!repository.vulnerabilityAlerts) throw notFound();
    return { status: 204 };
  }),
  route(`PUT ${VULNERABILITY_ALERTS}`, ({ repository }) => {
    repository.vulnerabilityAlerts = true;
    return { status: 204 };
  }),
  route(`DELETE ${VULNERABILITY_ALERTS}`, ({ repository }) => {
    repository.vulnerabilityAlerts = false;
    // Pull requests for alerts need alerts.
    repository.automatedSecurityFixes = false;
    return { status: 204 };
  }),
  route(`GET ${SECURITY_FIXES}`, ({ repository }) => ({
    body: {
      enabled: repository.automatedSecurityFixes ?? false,
      paused: false,
    },
  })),
  route(`PUT ${SECURITY_FIXES}`, ({ repository }) => {
    if (!repository.vulnerabilityAlerts) {
      throw new GitHubError({
        status: 422,
        message:
          'Vulnerability alerts must be enabled to configure automated security fixes.',
      });
    }
    repository.automatedSecurityFixes = true;
    return { status: 204 };
  }),
  route(`DELETE ${SECURITY_FIXES}`, ({ repository }) => {
    repository.automatedSecurityFixes = false;
    return { status: 204 };
  }),
];

function route(
  template: string,
  handle: (call: RepositoryCall) => Answer,
): Route {
  const access: Access = {
    as: 'signedIn',
    permission: {
      name: 'administration',
      level: template.startsWith('GET') ? 'read' : 'write',
    },
    scopes: ['repo'],
    role: 'admin',
  };
  return { route: template, on: 'repository', access, handle };
}
