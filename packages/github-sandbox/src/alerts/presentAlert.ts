import type { Sandbox } from '../core/Sandbox';
import type { DependabotAlert, Repository } from '../core/state';
import type { Urls } from '../http/createUrls';
import { presentPerson } from '../issues/present/presentPerson';
import { fullNameOf } from '../repositories/fullNameOf';

/** `dependabot-alert` of GitHub's OpenAPI. */
export function presentAlert(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  alert: DependabotAlert;
}) {
  const { sandbox, urls, repository, alert } = options;
  const fullName = fullNameOf({ sandbox, repository });
  const vulnerability = {
    package: { ecosystem: alert.ecosystem, name: alert.packageName },
    severity: alert.severity,
    vulnerable_version_range: alert.vulnerableRange,
    first_patched_version:
      alert.firstPatchedVersion === null
        ? null
        : { identifier: alert.firstPatchedVersion },
  };
  return {
    number: alert.number,
    state: alert.state,
    dependency: {
      package: vulnerability.package,
      manifest_path: alert.manifestPath,
      scope: alert.scope,
      relationship: 'direct' as const,
    },
    security_advisory: advisoryOf({ alert, vulnerability }),
    security_vulnerability: vulnerability,
    url: `${urls.api}/repos/${fullName}/dependabot/alerts/${alert.number}`,
    html_url: `${urls.html}/${fullName}/security/dependabot/${alert.number}`,
    created_at: alert.createdAt,
    updated_at: alert.updatedAt,
    dismissed_at: alert.dismissedAt,
    dismissed_by: presentPerson({ sandbox, urls, id: alert.dismissedById }),
    dismissed_reason: alert.dismissedReason,
    dismissed_comment: alert.dismissedComment,
    fixed_at: alert.fixedAt,
    auto_dismissed_at: null,
    assignees: [],
  };
}

function advisoryOf<T>(options: { alert: DependabotAlert; vulnerability: T }) {
  const { alert, vulnerability } = options;
  const { ghsaId, cveId, cvss } = alert;
  return {
    ghsa_id: ghsaId,
    cve_id: cveId,
    summary: alert.summary,
    description: alert.description,
    severity: alert.severity,
    identifiers: [
      { type: 'GHSA' as const, value: ghsaId },
      ...(cveId ? [{ type: 'CVE' as const, value: cveId }] : []),
    ],
    references: [
      ...(cveId ? [{ url: `https://nvd.nist.gov/vuln/detail/${cveId}` }] : []),
      { url: `https://github.com/advisories/${ghsaId}` },
    ],
    published_at: alert.createdAt,
    updated_at: alert.createdAt,
    withdrawn_at: null,
    vulnerabilities: [vulnerability],
    cvss: { score: cvss.score, vector_string: cvss.vector },
    cvss_severities: {
      cvss_v3: { vector_string: cvss.vector, score: cvss.score },
      cvss_v4: { vector_string: null, score: 0 },
    },
    cwes: [],
  };
}
