import type {
  CodeAlert,
  DependabotAlert,
  SecretAlert,
} from '@callboard/plugin-github-common';
import { readSeverity } from './alertOrder';

/** As REST has it. */
export function toDependabotAlert(alert: any): DependabotAlert {
  const { dependency, security_advisory: advisory } = alert;
  const vulnerability = alert.security_vulnerability;
  const patched = vulnerability.first_patched_version?.identifier;
  return {
    number: alert.number,
    severity: readSeverity(vulnerability.severity ?? advisory.severity),
    package: dependency.package.name,
    ecosystem: dependency.package.ecosystem,
    manifest: dependency.manifest_path,
    scope: dependency.scope ?? null,
    summary: advisory.summary,
    ghsa: advisory.ghsa_id,
    ...(advisory.cve_id && { cve: advisory.cve_id }),
    vulnerable: vulnerability.vulnerable_version_range,
    ...(patched && { patched }),
    url: alert.html_url,
    createdAt: alert.created_at,
  };
}

/** As REST has it. */
export function toCodeAlert(alert: any): CodeAlert {
  const { rule, tool, most_recent_instance: instance } = alert;
  const { path, start_line: line } = instance?.location ?? {};
  return {
    number: alert.number,
    severity: readSeverity(rule.security_severity_level ?? rule.severity),
    rule: rule.id ?? rule.name ?? '',
    summary: rule.description ?? instance?.message?.text ?? rule.name ?? '',
    tool: tool?.name ?? '',
    ...(path && { path }),
    ...(line && { line }),
    url: alert.html_url,
    createdAt: alert.created_at,
  };
}

/** As REST has it, without the secret. */
export function toSecretAlert(alert: any): SecretAlert {
  const { validity } = alert;
  return {
    number: alert.number,
    type: alert.secret_type_display_name ?? alert.secret_type ?? '',
    validity:
      validity === 'active' || validity === 'inactive' ? validity : 'unknown',
    isPublic: alert.publicly_leaked === true,
    url: alert.html_url,
    createdAt: alert.created_at,
  };
}
