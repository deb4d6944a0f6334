import type { Config } from '@backstage/config';
import type { ConfiguredKey } from '@callboard/plugin-access-common';

/** What the configuration lets in from outside, without any secret: `backend.auth.keys` and `backend.auth.externalAccess`. */
export function listConfiguredKeys(options: {
  config: Config;
}): ConfiguredKey[] {
  return [
    ...entries({ ...options, key: 'backend.auth.keys', only: 'secret' }),
    ...entries({ ...options, key: 'backend.auth.externalAccess' }),
    // This one stands for the keys that are listed themselves.
  ].filter(({ type }) => type !== 'callboard-key');
}

function entries(options: {
  config: Config;
  key: string;
  /** The type, where entries do not name one. */
  only?: string;
}): ConfiguredKey[] {
  const { config, key, only } = options;
  return (config.getOptionalConfigArray(key) ?? []).map((entry, index) => {
    const type = only ?? entry.getString('type');
    const plugins = (
      entry.getOptionalConfigArray('accessRestrictions') ?? []
    ).map(one => one.getString('plugin'));
    return {
      path: `${key}[${index}]`,
      subject: subjectOf({ entry, type }),
      type,
      description: entry.getOptionalString('description'),
      ...(plugins.length > 0 && { plugins }),
    };
  });
}

function subjectOf(options: { entry: Config; type: string }): string {
  const { entry, type } = options;
  switch (type) {
    case 'secret':
      return `external:${entry.getOptionalString('id') ?? 'backstage-plugin'}`;
    case 'jwks': {
      const prefix = entry.getOptionalString('options.subjectPrefix');
      return prefix ? `external:${prefix}:*` : 'external:*';
    }
    default:
      return entry.getOptionalString('options.subject') ?? '';
  }
}
