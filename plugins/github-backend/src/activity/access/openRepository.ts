import type {
  Answer,
  EntityRepositoryAnswer,
} from '@callboard/plugin-github-common';
import type { Request } from 'express';
import type { ActivityParts } from '../ActivityParts';
import type { Place } from '../answers/Question';
import { aboutRepository } from './aboutRepository';
import { openEntity, type OpenedEntity } from './openEntity';
import { foreign, repositoryOf } from './repositoryOf';
import { isDefaultBranch } from './isDefaultBranch';

/** An entity that the caller may see, and the repository that it may speak for. */
export type OpenedRepository =
  | {
      state: 'open';
      opened: OpenedEntity;
      place: Place;
      /** False of another repository of the same owner: no alerts, nothing is done to it. */
      isOwn: boolean;
    }
  | {
      state: 'refused';
      opened: OpenedEntity;
      refusal: Extract<EntityRepositoryAnswer, { state: 'refused' }>;
    };

/** Throws as `openEntity` does. */
export async function openRepository(options: {
  parts: ActivityParts;
  request: Request<any, any, any, any>;
}): Promise<OpenedRepository> {
  const { parts, request } = options;
  const { kind, namespace, name } = request.params;
  const opened = await openEntity({
    ...parts,
    request,
    ref: { kind, namespace, name },
  });
  return await speakFor({ parts, opened });
}

/** The repository of an entity that was found already. */
export async function speakFor(options: {
  parts: ActivityParts;
  opened: OpenedEntity;
}): Promise<OpenedRepository> {
  const { parts, opened } = options;
  const { credentials } = parts.github;
  const { entity } = opened;
  const spoken = repositoryOf({ ...parts, entity, credentials });
  if (spoken.state === 'refused') {
    return { state: 'refused', opened, refusal: spoken };
  }
  const { place, by, from } = spoken;
  if (from && !(await isDefaultBranch({ ...parts, from }))) {
    return { state: 'refused', opened, refusal: foreign(place.key) };
  }
  if (by === 'neighbour' && (await isPrivate({ parts, place }))) {
    return { state: 'refused', opened, refusal: foreign(place.key) };
  }
  return { state: 'open', opened, place, isOwn: by !== 'neighbour' };
}

/** Also where nothing is known of it. */
async function isPrivate(options: {
  parts: ActivityParts;
  place: Place;
}): Promise<boolean> {
  const { parts, place } = options;
  const known = await parts.view.repositoryAt({ url: place.url });
  if (known) return known.visibility === 'private';
  const about = await parts.answers.ask(aboutRepository({ ...parts, place }));
  return about.state !== 'answered' || about.value.visibility === 'private';
}

/** A refusal in the place of any other answer. */
export function refusedAnswer(
  refusal: Extract<EntityRepositoryAnswer, { state: 'refused' }>,
): Extract<Answer<never>, { state: 'refused' }> {
  const { words, remedy, lack } = refusal;
  return {
    state: 'refused',
    reason: `${words} ${remedy}`,
    ...(lack && { lack }),
  };
}
