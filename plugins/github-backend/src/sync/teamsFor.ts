import type { RepositoryRead } from '../github/RepositoryRead';
import type { MirrorContext } from './MirrorContext';

/**
 * Teams of those repositories that may have no descriptor, for their owners. Empty where nobody needs it, or GitHub does not say: an owner is
 * then inferred without. Who may be named as an owner is brought up to date as well.
 */
export async function teamsFor(options: {
  context: Pick<MirrorContext, 'teamsOf' | 'owners' | 'settings' | 'logger'>;
  host: string;
  owner: string;
  files: RepositoryRead['files'][];
}): Promise<Map<string, { slug: string; permission: string }[]>> {
  const { context, host, owner, files } = options;
  const lacksDescriptor = files.some(each =>
    Object.values(each).every(file => file.state !== 'present'),
  );
  if (!context.settings.inference || !lacksDescriptor) {
    return new Map();
  }
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
