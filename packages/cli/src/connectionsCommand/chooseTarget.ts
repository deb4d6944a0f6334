import type { Config } from '@backstage/config';
import { organisationsOf } from '@callboard/plugin-connections-backend';
import type { GithubHost } from '@callboard/plugin-github-node';
import { ProblemsError } from '../problems/ProblemsError';

/** The GitHub and the organisation that an App is for: as asked, else what the configuration leaves no doubt about. */
export function chooseTarget(options: {
  asked: { host?: string; organization?: string };
  hosts: GithubHost[];
  config: Config;
}): { host: string; organization?: string } {
  const { asked, hosts, config } = options;
  const host = asked.host ?? onlyHost(hosts);
  const named = organisationsOf({ config, hosts: [host] }).filter(
    // Where a single file lies says little about whose the portal is.
    ({ configKeys }) =>
      configKeys.some(key => key.startsWith('catalog.providers.')),
  );
  if (!asked.organization && named.length > 1) {
    throw new ProblemsError([
      {
        problem: `the configuration names ${named.length} organisations on ${host}`,
        where: '--organization',
        remedy: `say which one the App belongs to: ${named
          .map(({ owner }) => owner)
          .join(', ')}. Make it public on GitHub to install it on the others`,
      },
    ]);
  }
  return { host, organization: asked.organization ?? named[0]?.owner };
}

function onlyHost(hosts: GithubHost[]): string {
  // github.com is there without being named; an entry has a place of its own in a list.
  const named = hosts.filter(({ configKey }) => configKey.endsWith(']'));
  if (named.length > 1) {
    throw new ProblemsError([
      {
        problem: `the configuration names ${named.length} GitHubs`,
        where: '--host',
        remedy: `say which one: ${named.map(({ host }) => host).join(', ')}`,
      },
    ]);
  }
  return (named[0] ?? hosts[0]).host;
}
