import { nodeId } from '../../../core/nodeId';
import type { DependabotAlert } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** The schema's names of ecosystems where they are not those of Dependabot in capitals. */
const ECOSYSTEMS: Record<string, string> = {
  bundler: 'RUBYGEMS',
  cargo: 'RUST',
  gomod: 'GO',
  'github-actions': 'ACTIONS',
  hex: 'ERLANG',
};

/** The advisory behind an alert, with the one vulnerability that the alert is about. */
export function securityAdvisory(options: {
  alert: DependabotAlert;
  context: GraphqlContext;
}) {
  const { alert, context } = options;
  const { urls } = context;
  const severity =
    alert.severity === 'medium' ? 'MODERATE' : alert.severity.toUpperCase();
  const { ecosystem } = alert;
  const cvss = { score: alert.cvss.score, vectorString: alert.cvss.vector };
  const advisory = {
    __typename: 'SecurityAdvisory' as const,
    id: nodeId({ type: 'SecurityAdvisory', id: alert.ghsaId }),
    databaseId: null,
    ghsaId: alert.ghsaId,
    classification: 'GENERAL',
    origin: 'UNSPECIFIED',
    summary: alert.summary,
    description: alert.description,
    severity,
    cvss,
    cvssSeverities: { cvssV3: cvss, cvssV4: null },
    epss: null,
    identifiers: [
      { type: 'GHSA', value: alert.ghsaId },
      ...(alert.cveId ? [{ type: 'CVE', value: alert.cveId }] : []),
    ],
    references: [{ url: `https://github.com/advisories/${alert.ghsaId}` }],
    permalink: `${urls.html}/advisories/${alert.ghsaId}`,
    notificationsPermalink: null,
    publishedAt: alert.createdAt,
    updatedAt: alert.updatedAt,
    withdrawnAt: null,
  };
  return {
    ...advisory,
    vulnerability: {
      __typename: 'SecurityVulnerability' as const,
      advisory,
      firstPatchedVersion: alert.firstPatchedVersion
        ? { identifier: alert.firstPatchedVersion }
        : null,
      package: {
        name: alert.packageName,
        ecosystem:
          ECOSYSTEMS[ecosystem.toLowerCase()] ?? ecosystem.toUpperCase(),
      },
      severity,
      updatedAt: alert.updatedAt,
      vulnerableVersionRange: alert.vulnerableRange,
    },
  };
}
