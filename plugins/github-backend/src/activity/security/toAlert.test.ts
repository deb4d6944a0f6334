import { toCodeAlert, toDependabotAlert, toSecretAlert } from './toAlert';

const createdAt = '2026-11-01T10:00:00Z';
const common = {
  number: 4,
  created_at: createdAt,
  html_url: 'https://github.com/acme/shop/security/4',
};

// As GitHub documents them, shortened: https://docs.github.com/rest/code-scanning, /secret-scanning, /dependabot
it('tells of code what was found and where', () => {
  expect(
    toCodeAlert({
      ...common,
      rule: {
        id: 'js/zipslip',
        severity: 'error',
        security_severity_level: 'critical',
        description: 'Arbitrary file write',
      },
      tool: { name: 'CodeQL' },
      most_recent_instance: {
        location: { path: 'spec-main/ipc.ts', start_line: 917 },
      },
    }),
  ).toEqual({
    number: 4,
    severity: 'critical',
    rule: 'js/zipslip',
    summary: 'Arbitrary file write',
    tool: 'CodeQL',
    path: 'spec-main/ipc.ts',
    line: 917,
    url: common.html_url,
    createdAt,
  });
});

it('never tells a secret', () => {
  const alert = toSecretAlert({
    ...common,
    secret_type: 'mailchimp_api_key',
    secret_type_display_name: 'Mailchimp API Key',
    secret: 'a-secret-key',
    validity: 'active',
    publicly_leaked: true,
  });
  expect(alert).toEqual({
    number: 4,
    type: 'Mailchimp API Key',
    validity: 'active',
    isPublic: true,
    url: common.html_url,
    createdAt,
  });
});

it('tells of a dependency what mends it, if anything does', () => {
  const alert = (first: object | null) =>
    toDependabotAlert({
      ...common,
      dependency: {
        package: { ecosystem: 'pip', name: 'django' },
        manifest_path: 'requirements.txt',
        scope: 'runtime',
      },
      security_advisory: {
        ghsa_id: 'GHSA-1',
        cve_id: null,
        summary: 'It leaks',
        severity: 'medium',
      },
      security_vulnerability: {
        severity: 'moderate',
        vulnerable_version_range: '< 2.0.2',
        first_patched_version: first,
      },
    });
  expect(alert({ identifier: '2.0.2' })).toMatchObject({
    severity: 'medium',
    patched: '2.0.2',
  });
  expect(alert(null)).not.toHaveProperty('patched');
  expect(alert(null)).not.toHaveProperty('cve');
});
