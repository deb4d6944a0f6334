import type { LoggerService } from '@backstage/backend-plugin-api';
import type { People } from '../people/People';
import type { KnownRepository, MirrorView } from './MirrorView';
import type { OrganisationStore } from './OrganisationStore';

/** A view that tells the teams of a registered repository, and remembers that its organisation needs hints, where inference is off. */
export function viewWithRegistered(options: {
  view: MirrorView;
  organisations: Pick<OrganisationStore, 'get' | 'set'>;
  people: Promise<Pick<People, 'teamsOf' | 'ownersVersion' | 'lacks'>>;
  logger: LoggerService;
  now: () => Date;
}): MirrorView {
  const { view, organisations, logger, now } = options;

  async function askForHints({ host, owner }: KnownRepository) {
    const which = { host, organisation: owner };
    const state = await organisations.get(which);
    if (!state || state.registeredAt) return;
    const { organisation } = state;
    await organisations.set({
      ...{ host, organisation },
      values: { registeredAt: now().toISOString() },
    });
  }

  return {
    ...view,
    async registered(repository) {
      const { host, owner, name, hints } = repository;
      if (!hints) await askForHints(repository);
      const { teamsOf, ownersVersion, lacks } = await options.people;
      try {
        await ownersVersion({ host });
        const teams = await teamsOf({ host, owner });
        return { teams: teams.get(name), lacks };
      } catch (error) {
        logger.warn(
          `The teams of ${owner} at ${host} are not known, so the owner of ${name} is inferred without them: ${error}`,
        );
        return {};
      }
    },
  };
}
