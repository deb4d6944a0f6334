import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import { aliasesOf, type GithubHost } from '@callboard/plugin-github-node';
import type { InspectionContext } from '../inspection/InspectionContext';
import { isNamed } from './isNamed';
import { inspectHost } from './inspectHost';

/**
 * Everything that all configured GitHubs tell of the portal's credentials. One that is in trouble holds the others up for seconds at most.
 * github.com that nobody configured is among them only where something asked it. Of another name of a server that is there already nothing is
 * asked.
 */
export async function inspectGithub(options: {
  context: InspectionContext;
}): Promise<Omit<GithubHostFacts, 'status'>[]> {
  const { context } = options;
  const { credentials, trace } = context.github;
  const isAsked = ({ host }: GithubHost) => trace.spenders({ host }).length > 0;
  const hosts = credentials
    .hosts()
    .filter(host => isNamed(host) || isAsked(host));
  const aliases = aliasesOf({ hosts });
  return Promise.all(
    hosts.map(host =>
      inspectHost({
        context,
        host,
        aliasOf: aliases.get(host.host),
        aliases: [...aliases.keys()].filter(
          alias => aliases.get(alias) === host.host,
        ),
      }),
    ),
  );
}
