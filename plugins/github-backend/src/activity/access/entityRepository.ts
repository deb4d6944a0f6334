import type { EntityRepositoryAnswer } from '@callboard/plugin-github-common';
import type { ActivityParts } from '../ActivityParts';
import { aboutRepository } from './aboutRepository';
import type { OpenedRepository } from './openRepository';

/** What a page has to know first: which repository, and what the person may. */
export async function entityRepository(options: {
  parts: ActivityParts;
  repository: OpenedRepository;
}): Promise<EntityRepositoryAnswer> {
  const { parts, repository } = options;
  if (repository.state === 'refused') return repository.refusal;
  const { opened, place, isOwn } = repository;
  const about = await parts.answers.ask(aboutRepository({ ...parts, place }));
  if (about.state !== 'answered') {
    return {
      ...{ state: 'refused', reason: 'unseen', words: about.reason },
      remedy:
        'Install the App on the repository, or give the portal a token that may read it; see Connections.',
      ...(about.state === 'refused' && about.lack && { lack: about.lack }),
    };
  }
  const [run, alerts, heardAt] = await Promise.all([
    isOwn && opened.may('run'),
    isOwn && opened.may('alerts'),
    parts.heard.lastAt(place),
  ]);
  const { createdAt: _, ...known } = about.value;
  const isArchived = known.isArchived;
  const elsewhere = `The descriptor does not lie in ${place.key}, so this is not possible here.`;
  return {
    state: 'found',
    repository: {
      ...known,
      host: place.host,
      may: {
        run: run && !isArchived,
        ...(!(run && !isArchived) && {
          whyNotRun: whyNot({ isOwn, isArchived: run && isArchived }),
        }),
        alerts,
        ...(!alerts && {
          whyNotAlerts: isOwn ? opened.whoMay('alerts') : elsewhere,
        }),
        logs: true,
      },
      ...(heardAt && { heardAt: new Date(heardAt).toISOString() }),
    },
  };

  function whyNot(why: { isOwn: boolean; isArchived: boolean }): string {
    if (!why.isOwn) return elsewhere;
    return why.isArchived
      ? 'The repository is archived; GitHub runs nothing there.'
      : opened.whoMay('run');
  }
}
