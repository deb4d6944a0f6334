import type {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import type {
  CheckResult,
  CheckStatus,
} from '@callboard/plugin-connections-common';
import type { Inspector } from '../inspection/Inspector';

const VALUES: Record<CheckStatus, number> = { pass: 0, warn: 1, fail: 2 };
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What the last run of the checks found, as gauges for alarms. A check is one series, however many things it is about: its worst result.
 * Returns how to stop.
 */
export function observeConnections(options: {
  metrics: MetricsService;
  inspector: Inspector;
  now(): Date;
}): () => void {
  const { metrics, inspector, now } = options;
  const stops: (() => void)[] = [];

  function gauge(
    name: string,
    about: { description: string; unit?: string },
    callback: MetricsServiceObservableCallback,
  ) {
    const observed = metrics.createObservableGauge(name, about);
    observed.addCallback(callback);
    stops.push(() => observed.removeCallback(callback));
  }

  gauge(
    'connections.check.status',
    { description: 'The worst result of a check: 0 pass, 1 warn, 2 fail' },
    result => {
      const results = worst(inspector.overview().checks);
      for (const [check, { group, value }] of results) {
        result.observe(value, { group, check });
      }
    },
  );
  gauge(
    'connections.checks.age',
    { description: 'How long ago the checks ran', unit: 's' },
    result => {
      const { checkedAt } = inspector.overview();
      if (checkedAt) {
        result.observe((now().getTime() - Date.parse(checkedAt)) / 1000);
      }
    },
  );
  gauge(
    'connections.credential.expires_in',
    { description: 'How long a credential is still good', unit: 'd' },
    result => {
      const { hosts, systems } = inspector.overview();
      for (const { host, tokens } of hosts) {
        for (const { credentialId, expiresInDays } of tokens) {
          if (expiresInDays !== undefined) {
            result.observe(expiresInDays, {
              system: host,
              credential: credentialId,
            });
          }
        }
      }
      for (const { id, credential } of systems) {
        if (credential.expiresAt) {
          const leftMs = Date.parse(credential.expiresAt) - now().getTime();
          result.observe(Math.floor(leftMs / DAY_MS), {
            system: id,
            credential: credential.type,
          });
        }
      }
    },
  );
  gauge(
    'connections.credentials',
    { description: 'How many credentials a GitHub has' },
    result => {
      for (const { host, apps, tokens } of inspector.overview().hosts) {
        result.observe(apps.length, { host, kind: 'app' });
        result.observe(tokens.length, { host, kind: 'token' });
      }
    },
  );
  return () => stops.forEach(stop => stop());
}

function worst(checks: CheckResult[]) {
  const found = new Map<string, { group: string; value: number }>();
  for (const { id, group, status } of checks) {
    const [check] = id.split(/[:#]/);
    const value = Math.max(found.get(check)?.value ?? 0, VALUES[status]);
    found.set(check, { group, value });
  }
  return found;
}
