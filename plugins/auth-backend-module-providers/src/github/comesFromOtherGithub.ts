import type { Entity } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/**
 * Whether a user was read from another GitHub than the one at `host`: one of `integrations.github`, or github.com. Its id and its name are
 * those of an account there, and say nothing about accounts here. A file on any other host says what its author wrote, of whichever GitHub.
 */
export function comesFromOtherGithub(options: {
  entity: Entity;
  /** Of the GitHub that the person signed in with. */
  host: string;
  rootConfig: Config;
}): boolean {
  const { entity, host, rootConfig } = options;
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'] ?? '';
  const from = /^url:https?:\/\/([^/]+)/.exec(location)?.[1].toLowerCase();
  if (!from || from === host) return false;
  const configured = rootConfig.getOptionalConfigArray('integrations.github');
  return (
    from === 'github.com' ||
    !!configured?.some(
      one => one.getOptionalString('host')?.toLowerCase() === from,
    )
  );
}
