import type { ConnectionAnswer } from '../answer/readConnection';
import type { PageRead } from '../GithubRepositories';
import type { Link } from '../graphql/Link';
import { completeTexts } from '../texts/completeTexts';
import type { RawTexts } from '../texts/RawTexts';

/** Problems, and refusals, that are named; the others are counted. */
const NAMED = 20;

/** A page for the mirror, with the texts that GraphQL does not give. */
export async function toPageRead(options: {
  link: Link;
  texts: RawTexts;
  read: Extract<ConnectionAnswer, { outcome: 'read' }>;
}): Promise<PageRead> {
  const { link, texts, read } = options;
  const { next, totalCount, complete } = read;
  return {
    repositories: await completeTexts({ link, texts, found: read.found }),
    next,
    totalCount,
    complete,
    problems: named(read.problems),
    refused: named(read.refused),
  };
}

function named(all: string[]): string[] {
  const different = [...new Set(all)];
  const others = different.length - NAMED;
  return others > 0
    ? [...different.slice(0, NAMED), `and ${others} others`]
    : different;
}
