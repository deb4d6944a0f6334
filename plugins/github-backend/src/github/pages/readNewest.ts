import { doubtOf } from '../answer/doubtOf';
import { fingerprintOf } from '../answer/fingerprintOf';
import { readConnection } from '../answer/readConnection';
import { refusedOwner } from '../answer/refusedOwner';
import type { PageRead, Wanted } from '../GithubRepositories';
import type { Link } from '../graphql/Link';
import { newestQuestion, type OwnerAnswer } from '../graphql/pageQuestion';
import { pause } from '../graphql/pause';
import type { RawPeople } from '../graphql/peopleFields';
import type { RawTexts } from '../texts/RawTexts';
import { askWithPeople } from './askWithPeople';
import type { PeopleRefusals } from './createPeopleRefusals';
import type { PageSizes } from './PageSizes';
import { readPage } from './readPage';
import { toPageRead } from './toPageRead';

const NAMES = ['byPush', 'byUpdate'] as const;
type Newest = Record<(typeof NAMES)[number], PageRead> & {
  totalCount?: number;
  peopleFingerprint?: string;
};
type Answer = OwnerAnswer<'byPush' | 'byUpdate'> & {
  people?: RawPeople | null;
};

/**
 * See `GithubRepositories.newest`. Where GitHub cannot answer for the two newest together, they are asked for one after the other. People are
 * left out first, and for an hour where they may have been what was too much or not allowed.
 */
export async function readNewest(options: {
  link: Link;
  sizes: PageSizes;
  texts: RawTexts;
  wanted: Wanted;
  most: number;
  people: boolean;
  refusals: PeopleRefusals;
}): Promise<Newest> {
  const { link, sizes, texts, wanted, most, refusals } = options;
  let people = options.people && !refusals.has(link);
  for (let attempt = 1; ; attempt += 1) {
    // Twice as many are asked for: each size is that of one of the two lists.
    const size = Math.max(1, Math.floor(sizes.of(link, 2 * most) / 2));
    const { owner } = link;
    const answer = await askWithPeople<Answer>({
      ...{ link, people },
      question: newestQuestion({ owner, people, size, wanted }),
    });
    if (!answer || (people && answer.outcome === 'too-much' && answer.isWall)) {
      people = false;
      refusals.add(link);
      continue;
    }
    if (answer.outcome === 'answered') {
      const { errors, data } = answer;
      const doubt = doubtOf({
        errors,
        places: [
          ...NAMES.map(name => ['repositoryOwner', name, 'edges']),
          ['people'],
        ],
      });
      if (!data.repositoryOwner && !doubt?.isTooMuch) {
        throw refusedOwner({ link, errors });
      }
      const [byPush, byUpdate] = NAMES.map(name =>
        readConnection({
          connection: data.repositoryOwner?.[name],
          place: ['repositoryOwner', name],
          errors,
          files: wanted.files,
          doubt: doubt?.reason,
          isSmallest: false,
        }),
      );
      if (
        byPush.outcome === 'read' &&
        byUpdate.outcome === 'read' &&
        !doubt?.isTooMuch
      ) {
        const asked = Math.min(2 * size, 100);
        if (byPush.isCut || byUpdate.isCut) {
          sizes.failed(link, asked, { isWall: true, isPart: true });
        } else sizes.succeeded(link, asked);
        return {
          byPush: await toPageRead({ link, texts, read: byPush }),
          byUpdate: await toPageRead({ link, texts, read: byUpdate }),
          totalCount: byPush.totalCount ?? byUpdate.totalCount,
          peopleFingerprint: doubt
            ? undefined
            : fingerprintOf({ people: data.people, errors }),
        };
      }
    }
    const isWall = answer.outcome === 'answered' || answer.isWall;
    sizes.failed(link, Math.min(2 * size, 100), { isWall });
    people = false;
    await pause({ link, attempt });
    if (size > 1) continue;
    const shared = { link, sizes, texts, wanted, most };
    const byPush = await readPage({ ...shared, order: 'pushed' });
    const byUpdate = await readPage({ ...shared, order: 'updated' });
    return { byPush, byUpdate, totalCount: byPush.totalCount };
  }
}
