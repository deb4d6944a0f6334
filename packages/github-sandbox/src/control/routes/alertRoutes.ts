import { createAlert } from '../../alerts/change/createAlert';
import { fixAlert } from '../../alerts/change/fixAlert';
import { newUser } from '../../core/records/newUser';
import type { Sandbox } from '../../core/Sandbox';
import type { DependabotAlert, User } from '../../core/state';
import { checkBody } from '../check/checkBody';
import {
  isCount,
  isObject,
  isOneOf,
  isScore,
  isText,
  orNull,
} from '../check/checks';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { repositoryNamed } from '../named';

interface AlertBody {
  repository: string;
  package: string;
  ecosystem: string;
  manifest: string;
  severity: DependabotAlert['severity'];
  ghsa: string;
  summary: string;
  vulnerable: string;
  patched?: string | null;
  cve?: string | null;
  description?: string;
  scope?: 'development' | 'runtime';
  cvss?: { score: number; vector?: string | null };
}

const isAlert = isObject({
  required: {
    repository: isText,
    package: isText,
    ecosystem: isText,
    manifest: isText,
    severity: isOneOf(['low', 'medium', 'high', 'critical']),
    ghsa: isText,
    summary: isText,
    vulnerable: isText,
  },
  optional: {
    patched: orNull(isText),
    cve: orNull(isText),
    description: isText,
    scope: isOneOf(['development', 'runtime']),
    cvss: isObject({
      required: { score: isScore },
      optional: { vector: orNull(isText) },
    }),
  },
});

export const alertRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/alerts',
    summary: 'Raises a Dependabot alert.',
    example:
      '{ "repository": "acme/shop", "package": "lodash", "ecosystem": "npm", "manifest": "package-lock.json", "severity": "high", "ghsa": "GHSA-35jh-r3h4-6jhm", "summary": "Command injection in lodash", "vulnerable": "< 4.17.21", "patched": "4.17.21" }',
    handle({ sandbox, body }) {
      const wanted = checkBody<AlertBody>({ body, check: isAlert });
      const alert = createAlert({
        sandbox,
        repository: repositoryNamed({ sandbox, fullName: wanted.repository }),
        subject: {
          packageName: wanted.package,
          ecosystem: wanted.ecosystem,
          manifestPath: wanted.manifest,
          severity: wanted.severity,
          ghsaId: wanted.ghsa,
          summary: wanted.summary,
          vulnerableRange: wanted.vulnerable,
          firstPatchedVersion: wanted.patched ?? null,
          cveId: wanted.cve ?? null,
          description: wanted.description ?? wanted.summary,
          scope: wanted.scope ?? 'runtime',
          cvss: {
            score: wanted.cvss?.score ?? 0,
            vector: wanted.cvss?.vector ?? null,
          },
        },
        sender: dependabot(sandbox),
      });
      sandbox.changed();
      return {
        status: 201,
        body: { number: alert.number, state: alert.state },
      };
    },
  },
  {
    method: 'POST',
    path: '/alerts/fix',
    summary: 'Says that the dependency of an alert has been updated.',
    example: '{ "repository": "acme/shop", "number": 1 }',
    handle({ sandbox, body }) {
      const wanted = checkBody<{ repository: string; number: number }>({
        body,
        check: isObject({ required: { repository: isText, number: isCount } }),
      });
      const repository = repositoryNamed({
        sandbox,
        fullName: wanted.repository,
      });
      const alert = sandbox.state.alerts
        .by('repository', repository.id)
        .find(({ number }) => number === wanted.number);
      if (!alert) {
        throw new ControlError({
          status: 404,
          message: `${wanted.repository} has no alert ${wanted.number}`,
        });
      }
      const sender = dependabot(sandbox);
      if (fixAlert({ sandbox, repository, alert, sender }) === 'conflict') {
        throw new ControlError({
          status: 409,
          message: `Alert ${wanted.number} is fixed already`,
        });
      }
      sandbox.changed();
      return { body: { number: alert.number, state: alert.state } };
    },
  },
];

/** GitHub's bot, which raises and closes alerts. */
function dependabot(sandbox: Sandbox): User {
  const login = 'dependabot[bot]';
  return (
    sandbox.state.users.first('login', login) ??
    newUser({ sandbox, login, values: { type: 'Bot' } })
  );
}
