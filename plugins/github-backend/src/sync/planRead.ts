import { Minimatch } from 'minimatch';
import { sourceAccepts } from '../catalog/entities/sourceAccepts';
import type { RepositoryRead } from '../github/RepositoryRead';
import type { StoredRepository } from '../store/StoredRepository';
import { contentHashOf } from '../store/contentHashOf';
import type { ApplyOptions } from './applyReads';
import { entitiesFor } from './entitiesFor';
import { losesDescriptor, withoutLosses } from './guardDescriptors';
import { knownFrom, type Matched } from './knownFrom';
import { matchPatterns } from './matchPatterns';
import { refreshKeysOf } from './refreshKeysOf';
import type { sourcesFor } from './sourcesFor';
import { wishesOf } from './wishesOf';

/** What one answer of GitHub comes to. With `keepsFiles` nothing in it tells that a file is absent. */
export async function planRead(
  options: Pick<
    ApplyOptions,
    'context' | 'host' | 'askedAt' | 'changedAt' | 'isFirst' | 'signal'
  > & {
    keepsFiles?: boolean;
    read: RepositoryRead;
    before?: StoredRepository;
    sources: ReturnType<typeof sourcesFor>;
    teams: Map<string, { slug: string; permission: string }[]>;
    nameTaken: boolean;
  },
) {
  const { context, host, before, sources, teams, isFirst, keepsFiles } =
    options;
  const read = keepsFiles ? withoutLosses(options.read) : options.read;
  // Looking for patterns costs requests, so only those are asked for that may be used.
  const accepting = sources.filter(source =>
    sourceAccepts({ source, repository: read }),
  );
  const { patterns } = wishesOf({
    sources: accepting,
    settings: context.settings,
  });
  const matchedNow = keepsFiles
    ? []
    : await matchPatterns({ ...options, stored: before, patterns });
  const isPush = !isFirst && before?.repository.pushedAt !== read.pushedAt;
  const changedAt =
    options.changedAt?.get(read.id) ??
    (before && isPush ? read.pushedAt : undefined);
  const { repository, changed } = knownFrom({
    host,
    read,
    stored: before,
    matched: matchedNow,
    keeps: keeperOf({ patterns, matchedNow }),
    seenAt: options.askedAt.toISOString(),
    changedAt,
  });
  const matched = { ...before?.matched };
  for (const { ref, pattern, version } of matchedNow) {
    matched[`${ref}:${pattern}`] = version;
  }
  const contentHash = contentHashOf(repository);
  const isNews =
    !before ||
    before.pending ||
    before.contentHash !== contentHash ||
    matchedNow.length > 0;
  const files = before?.pending ? repository.files : changed;
  return {
    before,
    repository,
    loses: losesDescriptor({ read, stored: before, changed, matchedNow }),
    matched,
    contentHash,
    isNews,
    givings: entitiesFor({
      context,
      sources,
      repository,
      teams: teams.get(read.name),
      nameTaken: options.nameTaken,
      before: before?.given,
      changedAt,
    }),
    refreshKeys: before ? refreshKeysOf({ repository, files, patterns }) : [],
    lagsFrom: changed.length > 0 ? changedAt : undefined,
  };
}

/** Files of patterns that were not matched anew stay. */
function keeperOf(options: {
  patterns: { ref: string; pattern: string }[];
  matchedNow: Matched[];
}) {
  const { patterns, matchedNow } = options;
  const unmatched = patterns
    .filter(
      each =>
        !matchedNow.some(
          ({ ref, pattern }) => ref === each.ref && pattern === each.pattern,
        ),
    )
    .map(({ ref, pattern }) => ({ ref, matcher: new Minimatch(pattern) }));
  return (file: { ref: string; path: string }) =>
    unmatched.some(
      ({ ref, matcher }) => ref === file.ref && matcher.match(file.path),
    );
}
