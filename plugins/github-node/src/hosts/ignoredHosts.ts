import type { GithubEntry, RawEntry } from './GithubEntry';
import type { IgnoredHost } from './GithubHost';

/** The entries that have no effect although nothing is wrong with them, and why. */
export function ignoredHosts(options: {
  raw: RawEntry[];
  entries: GithubEntry[];
  /** Those that are invalid, which are problems instead. */
  invalid: string[];
}): IgnoredHost[] {
  const { raw, entries, invalid } = options;
  const winner = raw.find(({ origin }) => origin === 'connections');
  const used = entries.map(({ configKey }) => configKey);
  return raw
    .filter(
      ({ configKey }) =>
        !used.includes(configKey) && !invalid.includes(configKey),
    )
    .map(({ host, configKey, origin }) => ({
      host,
      configKey,
      reason:
        winner && origin === 'integrations'
          ? `connections names a GitHub (${winner.configKey}), so Backstage ignores every entry of integrations.github; move this one to connections, or remove it`
          : `an earlier entry names ${host} as well, and the first one wins; put their credentials into one entry`,
    }));
}
