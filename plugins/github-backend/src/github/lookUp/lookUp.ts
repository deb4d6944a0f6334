import { doubtOf } from '../answer/doubtOf';
import type { Found } from '../answer/readConnection';
import { readRepository } from '../answer/readRepository';
import type { LookUp, Wanted } from '../GithubRepositories';
import { askGraphql } from '../graphql/askGraphql';
import type { GraphqlError } from '../graphql/GraphqlAnswer';
import { errorsBelow } from '../graphql/errorsBelow';
import { isRefusal } from '../graphql/isRefusal';
import { isTooMuch } from '../graphql/isTooMuch';
import type { Link } from '../graphql/Link';
import { lookUpQuestion, repositoryAlias } from '../graphql/lookUpQuestion';
import { pause } from '../graphql/pause';
import type { RawRepository } from '../graphql/RawRepository';
import type { PageSizes } from '../pages/PageSizes';
import { MOST_IN_ROW } from '../pages/skipOne';
import { completeTexts } from '../texts/completeTexts';
import type { RawTexts } from '../texts/RawTexts';

/** In one request. */
export const MOST_AT_ONCE = 50;
/** Tries for a single repository, fewer where each may take ten seconds. */
const TRIES_FOR_ONE = { wall: 2, other: 4 };

type Which = { id: string } | { name: string };
type Answers = Record<
  string,
  (RawRepository & { __typename?: string }) | null | undefined
>;
type Judged = LookUp | { state: 'read'; found: Found } | { state: 'again' };

/** See `GithubRepositories.lookUp`. */
export async function lookUp(options: {
  link: Link;
  sizes: PageSizes;
  texts: RawTexts;
  which: Which[];
  wanted: Wanted;
}): Promise<LookUp[]> {
  const { link, sizes, texts, which, wanted } = options;
  const results = new Map<number, Exclude<Judged, { state: 'again' }>>();
  let left = which.map((_item, index) => index);
  let failures = 0;
  let answered = 0;

  while (left.length > 0) {
    const size = sizes.of(link, Math.min(MOST_AT_ONCE, left.length));
    const chunk = left.slice(0, size);
    const answer = await askGraphql<Answers>({
      link,
      question: lookUpQuestion({
        owner: link.owner,
        which: chunk.map(index => which[index]),
        wanted,
      }),
    });
    const isOne = chunk.length === 1;
    if (answer.outcome === 'too-much') {
      const { isWall, reason, error } = answer;
      if (isOne) failures += 1;
      sizes.failed(link, size, { isWall });
      if (failures >= TRIES_FOR_ONE[isWall ? 'wall' : 'other']) {
        // Without any answer, and without GitHub's wall, it is not for this one.
        if (!isWall && answered === 0) throw error;
        const isForAll = sizes.skipped(link) > MOST_IN_ROW;
        for (const index of isForAll ? left : [left[0]]) {
          results.set(index, { state: 'unknown', reason });
        }
        left = isForAll ? [] : left.slice(1);
        failures = 0;
      }
      if (left.length > 0) await pause({ link, attempt: failures + 1 });
      continue;
    }
    answered += 1;
    failures = 0;
    const doubt = doubtOf({
      errors: answer.errors,
      places: chunk.map((_index, position) => [repositoryAlias(position)]),
    });
    const again: number[] = [];
    chunk.forEach((index, position) => {
      const judged = judge({
        raw: answer.data[repositoryAlias(position)],
        errors: errorsBelow(answer.errors, [repositoryAlias(position)]),
        doubt,
        files: wanted.files,
        isOne,
      });
      if (judged.state === 'again') again.push(index);
      else results.set(index, judged);
    });
    if (again.length > 0) sizes.failed(link, size, { isWall: true });
    else sizes.succeeded(link, size);
    left = [...again, ...left.slice(chunk.length)];
  }

  const found = [...results.values()].flatMap(result =>
    result.state === 'read' ? [result.found] : [],
  );
  await completeTexts({ link, texts, found });
  return which.map((_item, index) => {
    const result = results.get(index)!;
    return result.state === 'read'
      ? { state: 'found', repository: result.found.repository }
      : result;
  });
}

/** What an answer says of one; `again` where a smaller question may say more. */
function judge(options: {
  raw: Answers[string];
  /** Of it, with paths from it on. */
  errors: GraphqlError[];
  doubt: ReturnType<typeof doubtOf>;
  files: string[];
  isOne: boolean;
}): Judged {
  const { raw, errors, doubt, files, isOne } = options;
  if (!isOne && (doubt?.isTooMuch || errors.some(isTooMuch))) {
    return { state: 'again' };
  }
  if (raw?.__typename === 'Repository') {
    const read = readRepository({ raw, files, errors, doubt: doubt?.reason });
    return read.outcome === 'read'
      ? { state: 'read', found: read }
      : unknown(read.reason, read.isRefused);
  }
  if (raw) return { state: 'unknown', reason: `It is a ${raw.__typename}` };
  const own = errors.find(({ path }) => path?.length === 0);
  if (own?.type === 'NOT_FOUND' && errors.length === 1 && !doubt) {
    return { state: 'not-found' };
  }
  const reason = own?.message ?? doubt?.reason ?? 'GitHub left it out';
  return !isOne && !own && !doubt
    ? { state: 'again' }
    : unknown(reason, !doubt && own !== undefined && isRefusal(own));
}

function unknown(reason: string, isRefused: boolean): LookUp {
  return { state: 'unknown', reason, ...(isRefused && { isRefused }) };
}
