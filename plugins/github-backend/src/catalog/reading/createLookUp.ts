import { toError } from '@backstage/errors';
import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import type {
  GithubRepositories,
  LookUp,
} from '../../github/GithubRepositories';
import { splitFileKey } from '../../github/splitFileKey';
import { hasWildcards } from '../../store/hasWildcards';
import type { Lacks } from '../../people/owners/Lacks';
import type { KnownRepository } from '../../store/MirrorView';

const KEEP_MS = 300_000;

/** What is usual, for owners that no source reads. */
const USUAL = 'HEAD:catalog-info.yaml';

export type Found =
  | {
      state: 'found';
      repository: KnownRepository;
      /** That may write to it, best first; undefined where nobody knows. */
      teams?: { slug: string; permission: string }[];
      /** Whom CODEOWNERS may not mean. */
      lacks?: Lacks;
    }
  | Exclude<LookUp, { state: 'found' }>;

/**
 * Asks GitHub for repositories that somebody has registered by their URLs and the mirror does not have. An answer is kept for five minutes,
 * since the catalog reads its locations more often than anybody changes such a repository.
 */
export function createLookUp(options: {
  repositories: Pick<GithubRepositories, 'lookUp'>;
  settings: Pick<GithubSettings, 'repositories' | 'readmeDocs'>;
  now: () => Date;
}): (repository: {
  host: string;
  owner: string;
  name: string;
}) => Promise<Found> {
  const { repositories, settings, now } = options;
  const kept = new Map<string, { until: number; answer: Promise<Found> }>();

  async function ask(at: {
    host: string;
    owner: string;
    name: string;
  }): Promise<Found> {
    const { host, owner, name } = at;
    const paths = sourcesOf({ settings, ...at }).flatMap(
      ({ catalogPaths, filters }) =>
        catalogPaths
          .filter(path => !hasWildcards(path))
          .map(path => `${filters.branch ?? 'HEAD'}:${path}`),
    );
    const [answer] = await repositories.lookUp({
      host,
      owner,
      which: [{ name }],
      wanted: {
        files: paths.length > 0 ? paths : [USUAL],
        hints: true,
        readme: settings.readmeDocs,
      },
    });
    return answer.state === 'found'
      ? {
          state: 'found',
          repository: toKnown({ host, read: answer.repository, now }),
        }
      : answer;
  }

  return at => {
    const key = `${at.host}/${at.owner}/${at.name}`.toLowerCase();
    const time = now().getTime();
    for (const [each, { until }] of kept) {
      if (until <= time) kept.delete(each);
    }
    const known = kept.get(key);
    if (known) {
      return known.answer;
    }
    const answer = ask(at)
      .catch((error): Found => {
        const { message } = toError(error);
        return { state: 'unknown', reason: message };
      })
      .then(found => {
        if (found.state === 'unknown') kept.delete(key);
        return found;
      });
    kept.set(key, { until: time + KEEP_MS, answer });
    return answer;
  };
}

function toKnown(options: {
  host: string;
  read: Extract<LookUp, { state: 'found' }>['repository'];
  now: () => Date;
}): KnownRepository {
  const { host, read, now } = options;
  const { files, ...facts } = read;
  const seenAt = now().toISOString();
  return {
    ...facts,
    host,
    seenAt,
    entityRefs: [],
    files: Object.entries(files).map(([key, file]) => ({
      ...splitFileKey(key),
      state: file.state,
      ...(file.state === 'present' && { oid: file.oid, text: file.text }),
      seenAt,
    })),
  };
}
