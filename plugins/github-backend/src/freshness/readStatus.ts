import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { GithubMirror } from '../sync/GithubMirror';
import { mergeStatus } from './mergeStatus';
import type { PeopleView } from './PeopleView';

/** How every organisation that is mirrored does, its people included. */
export async function readStatus(options: {
  mirror: Pick<GithubMirror, 'status'>;
  /** Undefined: people are not mirrored. */
  people?: Pick<PeopleView, 'status'>;
  targetLagMs: number;
}): Promise<OrganisationStatus[]> {
  const { mirror, people, targetLagMs } = options;
  const [repositories, ofPeople] = await Promise.all([
    mirror.status(),
    people?.status() ?? [],
  ]);
  return mergeStatus({ repositories, people: ofPeople, targetLagMs });
}
