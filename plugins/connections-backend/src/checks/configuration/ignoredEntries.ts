import type { Check, Finding } from '../Check';

const TITLE = 'Every GitHub in the configuration has an effect';

/**
 * Backstage reads credentials from two roots: once `connections` names a GitHub, all of `integrations.github` is ignored, and of entries for
 * one host the first wins.
 */
export const ignoredEntries: Check = {
  id: 'ignored-entries',
  group: 'configuration',
  title: TITLE,
  run({ context: { github }, hosts }) {
    const ignored = github.credentials.ignoredHosts();
    if (ignored.length === 0) {
      const keys = hosts.map(({ configKey }) => configKey).filter(Boolean);
      return keys.length === 0
        ? []
        : [
            {
              check: TITLE,
              status: 'pass',
              cause: `In use: ${[...new Set(keys)].join(', ')}.`,
              remedy: '',
            },
          ];
    }
    return ignored.map(
      ({ host, configKey, reason }): Finding => ({
        subject: configKey,
        host,
        check: TITLE,
        status: 'warn',
        cause: `${configKey} (${host}) is ignored: ${reason}`,
        remedy: `Remove ${configKey}, or move what is in it to the entry that wins.`,
      }),
    );
  },
};
