import { doubtOf } from '../answer/doubtOf';
import { fingerprintOf } from '../answer/fingerprintOf';
import { readConnection } from '../answer/readConnection';
import { refusedOwner } from '../answer/refusedOwner';
import type { PageRead, Wanted } from '../GithubRepositories';
import type { Link } from '../graphql/Link';
import {
  pageQuestion,
  type Order,
  type OwnerAnswer,
} from '../graphql/pageQuestion';
import { pause } from '../graphql/pause';
import type { RawPeople } from '../graphql/peopleFields';
import type { RawTexts } from '../texts/RawTexts';
import { askWithPeople } from './askWithPeople';
import type { PeopleRefusals } from './createPeopleRefusals';
import type { PageSizes } from './PageSizes';
import { leftOut, skipOne } from './skipOne';
import { toPageRead } from './toPageRead';

/** Tries for a single repository, which a passing failure must not have skipped; fewer where each may take ten seconds. */
const TRIES_FOR_ONE = { wall: 2, other: 4 };

const PLACE = ['repositoryOwner', 'repositories'];

type Answer = OwnerAnswer<'repositories'> & { people?: RawPeople | null };

/**
 * See `GithubRepositories.page`. Asks for half as much again and again until GitHub can answer, and from the second time on not about people.
 * `refusals`: asks about people too, where they were not refused.
 */
export async function readPage(options: {
  link: Link;
  sizes: PageSizes;
  texts: RawTexts;
  order: Order;
  after?: string;
  wanted: Wanted;
  most: number;
  refusals?: PeopleRefusals;
}): Promise<PageRead & { peopleFingerprint?: string }> {
  const { link, sizes, texts, order, after, wanted, most, refusals } = options;
  const { owner } = link;
  let people = refusals !== undefined && !refusals.has(link);
  let triesForOne = 0;
  for (let attempt = 1; ; attempt += 1) {
    const size = sizes.of(link, most);
    const isSmallest = size === 1;
    const answer = await askWithPeople<Answer>({
      ...{ link, people },
      question: pageQuestion({ owner, order, size, after, wanted, people }),
    });
    if (!answer || (people && answer.outcome === 'too-much' && answer.isWall)) {
      people = false;
      refusals?.add(link);
      continue;
    }
    const failure = await (async () => {
      if (answer.outcome === 'too-much') return answer;
      const { errors, data } = answer;
      const doubt = doubtOf({
        errors,
        places: [[...PLACE, 'edges'], ['people']],
      });
      if (!data.repositoryOwner && !doubt?.isTooMuch) {
        throw refusedOwner({ link, errors });
      }
      const read = readConnection({
        connection: data.repositoryOwner?.repositories,
        place: PLACE,
        errors,
        files: wanted.files,
        doubt: doubt?.reason,
        isSmallest,
      });
      if (read.outcome === 'read' && (isSmallest || !doubt?.isTooMuch)) {
        const fingerprint = doubt
          ? undefined
          : fingerprintOf({ people: data.people, errors });
        return { ...answer, read, fingerprint };
      }
      const reason =
        read.outcome === 'nothing' ? read.reason : doubt?.reason ?? '';
      const error = leftOut({ link, reason });
      return { outcome: 'too-much' as const, isWall: true, reason, error };
    })();

    if (failure.outcome === 'answered') {
      const { read, fingerprint } = failure;
      if (read.isCut) sizes.failed(link, size, { isWall: true, isPart: true });
      else sizes.succeeded(link, size);
      const page = await toPageRead({ link, texts, read });
      return {
        ...page,
        ...(fingerprint && { peopleFingerprint: fingerprint }),
      };
    }
    const { isWall, reason, error } = failure;
    sizes.failed(link, size, { isWall });
    people = false;
    if (isSmallest) triesForOne += 1;
    if (triesForOne >= TRIES_FOR_ONE[isWall ? 'wall' : 'other']) {
      return skipOne({ link, sizes, order, after, reason, error });
    }
    await pause({ link, attempt });
  }
}
