import { createAlert } from '../../../alerts/change/createAlert';
import { dismissAlert, reopenAlert } from '../../../alerts/change/changeAlert';
import { fixAlert } from '../../../alerts/change/fixAlert';
import {
  dismissCodeAlert,
  fixCodeAlert,
  reopenCodeAlert,
} from '../../../alerts/code/changeCodeAlert';
import { createCodeAlert } from '../../../alerts/code/createCodeAlert';
import {
  reopenSecretAlert,
  resolveSecretAlert,
} from '../../../alerts/secrets/changeSecretAlert';
import { createSecretAlert } from '../../../alerts/secrets/createSecretAlert';
import type { startTestSandbox } from '../../../testing/startTestSandbox';

/** Lets one alert of each kind be raised, put aside, opened again and, where there is such a thing, fixed. */
export function tellOfAlerts(
  test: Awaited<ReturnType<typeof startTestSandbox>>,
): void {
  const { sandbox, shop, olivia, mel } = test;
  const change = { sandbox, repository: shop, actor: mel };
  const alert = createAlert({
    sandbox,
    repository: shop,
    sender: olivia,
    subject: {
      packageName: 'lodash',
      ecosystem: 'npm',
      manifestPath: 'package.json',
      severity: 'high',
      ghsaId: 'GHSA-35jh-r3h4-6jhm',
      cveId: 'CVE-2021-23337',
      summary: 'Command injection',
      vulnerableRange: '< 4.17.21',
      firstPatchedVersion: '4.17.21',
    },
  });
  const aboutAlert = { ...change, alert };
  dismissAlert({ ...aboutAlert, reason: 'not_used', comment: 'Unused' });
  reopenAlert(aboutAlert);
  fixAlert({ ...aboutAlert, sender: olivia });
  const found = createCodeAlert({
    sandbox,
    repository: shop,
    sender: olivia,
    subject: {
      ruleId: 'js/zipslip',
      severity: 'error',
      securitySeverity: 'high',
      summary: 'Arbitrary file write',
      path: 'README.md',
      line: 1,
    },
  });
  const aboutFound = { ...change, alert: found };
  dismissCodeAlert({ ...aboutFound, reason: "won't fix", comment: 'Old' });
  reopenCodeAlert(aboutFound);
  fixCodeAlert(aboutFound);
  const pushed = createSecretAlert({
    sandbox,
    repository: shop,
    sender: olivia,
    subject: { secretType: 'google_api_key', displayName: 'Google API Key' },
  });
  const aboutPushed = { ...change, alert: pushed };
  resolveSecretAlert({ ...aboutPushed, resolution: 'revoked', comment: null });
  reopenSecretAlert(aboutPushed);
}
