import {
  PRESET_VARIABLES,
  type PresetFamily,
} from '@callboard/plugin-connections-common';
import type { GithubHost } from '@callboard/plugin-github-node';

/**
 * The entry of the configuration for an App, as YAML, with the variables of the presets for its values; it holds no secret. Under `connections`
 * where that root has the host already, since `integrations.github` has no effect then.
 */
export function entryFor(options: {
  host: Pick<GithubHost, 'host' | 'apiBaseUrl' | 'origin'>;
  family: PresetFamily;
  /** Whether the App sends events. */
  hasWebhook: boolean;
}): string {
  const { host, family, hasWebhook } = options;
  const isConnection = host.origin === 'connections';
  const names = PRESET_VARIABLES[family];
  const of = (name: string) => `\${${name}}`;
  const app = [
    `appId: ${of(names.appId)}`,
    `clientId: ${of(names.clientId)}`,
    `clientSecret: ${of(names.clientSecret)}`,
    `privateKey: ${of(names.privateKey)}`,
    ...(hasWebhook
      ? [
          `webhookSecret: ${of(names.webhookSecret)}`,
          `webhookUrl: ${of(names.webhookUrl)}`,
        ]
      : []),
  ];
  const address = [`host: ${host.host}`, `apiBaseUrl: ${host.apiBaseUrl}`];
  const entry = isConnection
    ? [
        ...item(['type: github', ...address, 'auth:']),
        ...indented(item(['method: app', ...app]), 2),
      ]
    : [...item([...address, 'apps:']), ...indented(item(app), 2)];
  return [
    ...(isConnection
      ? ['connections:', ...indented(entry)]
      : ['integrations:', '  github:', ...indented(entry, 2)]),
    ...(hasWebhook
      ? [
          'events:',
          '  modules:',
          '    github:',
          `      webhookSecret: ${of(names.webhookSecret)}`,
        ]
      : []),
    '',
  ].join('\n');
}

/** Lines of an object as one item of a list. */
function item(lines: string[]): string[] {
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
}

function indented(lines: string[], levels = 1): string[] {
  return lines.map(line => `${'  '.repeat(levels)}${line}`);
}
