import type { MirrorContext } from './MirrorContext';

/** Teams that may write to each repository of an owner, by the repository's name. */
export type Teams = Map<string, { slug: string; permission: string }[]>;

/**
 * Teams for the owners of inferred entities; see `needsTeams`. Empty where GitHub does not say: an owner is then inferred without. Who may be
 * named as an owner is brought up to date as well.
 */
export async function teamsFor(options: {
  context: Pick<MirrorContext, 'teamsOf' | 'owners' | 'logger'>;
  host: string;
  owner: string;
}): Promise<Teams> {
  const { context, host, owner } = options;
  await context.owners?.ownersVersion({ host });
  try {
    return (await context.teamsOf?.({ host, owner })) ?? new Map();
  } catch (error) {
    context.logger.warn(
      `The teams of ${owner} at ${host} are not known, so owners are inferred without them: ${error}`,
    );
    return new Map();
  }
}
