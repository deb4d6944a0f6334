import { createCodeAlert } from '../../alerts/code/createCodeAlert';
import { fixCodeAlert } from '../../alerts/code/changeCodeAlert';
import { createSecretAlert } from '../../alerts/secrets/createSecretAlert';
import { newUser } from '../../core/records/newUser';
import type { Sandbox } from '../../core/Sandbox';
import type { CodeAlert, SecretAlert, User } from '../../core/state';
import { checkBody } from '../check/checkBody';
import {
  isBoolean,
  isCount,
  isObject,
  isOneOf,
  isText,
  orNull,
} from '../check/checks';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';
import { repositoryNamed } from '../named';

interface CodeBody {
  repository: string;
  rule: string;
  severity: CodeAlert['severity'];
  summary: string;
  path: string;
  line: number;
  security?: CodeAlert['securitySeverity'];
  tool?: string;
  message?: string;
}

interface SecretBody {
  repository: string;
  type: string;
  name: string;
  provider?: string;
  validity?: SecretAlert['validity'];
  publiclyLeaked?: boolean;
}

export const scanningRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/alerts/code',
    summary: 'Raises a code scanning alert; the repository is analysed then.',
    example:
      '{ "repository": "acme/shop", "rule": "js/zipslip", "severity": "error", "security": "high", "summary": "Arbitrary file write", "path": "src/index.ts", "line": 1 }',
    handle({ sandbox, body }) {
      const wanted = checkBody<CodeBody>({
        body,
        check: isObject({
          required: {
            repository: isText,
            rule: isText,
            severity: isOneOf(['none', 'note', 'warning', 'error']),
            summary: isText,
            path: isText,
            line: isCount,
          },
          optional: {
            security: orNull(isOneOf(['low', 'medium', 'high', 'critical'])),
            tool: isText,
            message: isText,
          },
        }),
      });
      const { severity, summary, path, line, tool, message } = wanted;
      const alert = createCodeAlert({
        sandbox,
        repository: repositoryNamed({ sandbox, fullName: wanted.repository }),
        subject: {
          ruleId: wanted.rule,
          ...{ severity, summary, path, line },
          securitySeverity: wanted.security ?? null,
          ...(tool && { tool }),
          ...(message && { message }),
        },
        sender: scanner(sandbox),
      });
      sandbox.changed();
      const { number, state } = alert;
      return { status: 201, body: { number, state } };
    },
  },
  {
    method: 'POST',
    path: '/alerts/code/fix',
    summary: 'Says that the newest analysis does not find an alert any more.',
    example: '{ "repository": "acme/shop", "number": 1 }',
    handle({ sandbox, body }) {
      const wanted = checkBody<{ repository: string; number: number }>({
        body,
        check: isObject({ required: { repository: isText, number: isCount } }),
      });
      const fullName = wanted.repository;
      const repository = repositoryNamed({ sandbox, fullName });
      const alert = sandbox.state.codeAlerts
        .by('repository', repository.id)
        .find(({ number }) => number === wanted.number);
      if (!alert) {
        throw new ControlError({
          status: 404,
          message: `${fullName} has no code scanning alert ${wanted.number}`,
        });
      }
      const actor = scanner(sandbox);
      if (fixCodeAlert({ sandbox, repository, alert, actor }) === 'conflict') {
        throw new ControlError({
          status: 409,
          message: `Alert ${wanted.number} is fixed already`,
        });
      }
      sandbox.changed();
      return { body: { number: alert.number, state: alert.state } };
    },
  },
  {
    method: 'POST',
    path: '/alerts/secret',
    summary:
      'Raises a secret scanning alert, about no real secret; secret scanning is on then.',
    example:
      '{ "repository": "acme/shop", "type": "slack_incoming_webhook_url", "name": "Slack Incoming Webhook URL", "validity": "active" }',
    handle({ sandbox, body }) {
      const wanted = checkBody<SecretBody>({
        body,
        check: isObject({
          required: { repository: isText, type: isText, name: isText },
          optional: {
            provider: isText,
            validity: isOneOf(['active', 'inactive', 'unknown']),
            publiclyLeaked: isBoolean,
          },
        }),
      });
      const alert = createSecretAlert({
        sandbox,
        repository: repositoryNamed({ sandbox, fullName: wanted.repository }),
        subject: {
          secretType: wanted.type,
          displayName: wanted.name,
          provider: wanted.provider ?? null,
          validity: wanted.validity ?? 'unknown',
          publiclyLeaked: wanted.publiclyLeaked ?? false,
        },
        sender: scanner(sandbox),
      });
      sandbox.changed();
      const { number, state } = alert;
      return { status: 201, body: { number, state } };
    },
  },
];

/** GitHub's bot, which scans. */
function scanner(sandbox: Sandbox): User {
  const login = 'github-advanced-security[bot]';
  return (
    sandbox.state.users.first('login', login) ??
    newUser({ sandbox, login, values: { type: 'Bot' } })
  );
}
