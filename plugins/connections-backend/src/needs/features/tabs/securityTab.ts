import { needs } from '../needs';
import { tabFeature } from './tabFeature';

/** Alerts of Dependabot, and of code and secret scanning where the host has them. */
export const securityTab = tabFeature({
  id: 'security-tab',
  title: 'Security alerts on entity pages',
  permissions: [
    ...needs('vulnerability_alerts', 'read', {
      routes: [
        'GET /repos/{owner}/{repo}/dependabot/alerts',
        'GraphQL Repository.vulnerabilityAlerts',
      ],
    }),
    ...needs('security_events', 'read', {
      routes: ['GET /repos/{owner}/{repo}/code-scanning/alerts'],
    }),
    ...needs('secret_scanning_alerts', 'read', {
      routes: ['GET /repos/{owner}/{repo}/secret-scanning/alerts'],
    }),
  ],
  events: ['dependabot_alert', 'code_scanning_alert', 'secret_scanning_alert'],
});
