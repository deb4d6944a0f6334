import type {
  GithubSettings,
  RepositorySource,
} from '../config/GithubSettings';
import type { Wanted } from '../github/GithubRepositories';
import { hashOf } from '../store/hashOf';
import { hasWildcards } from '../store/hasWildcards';
import type { OrganisationState } from '../store/OrganisationStore';

/** What the sources of an owner want to know, together. */
export interface Wishes {
  wanted: Wanted;
  /** Patterns of files, which cost a request for each repository whose head has changed. */
  patterns: { ref: string; pattern: string }[];
  /** The most repositories of a page. */
  pageSize: number;
  /** Changes where what is asked, or what becomes of it, changes. */
  hash: string;
}

const MOST = 100;

export function wishesOf(options: {
  sources: RepositorySource[];
  settings: Pick<GithubSettings, 'inference' | 'readmeDocs'>;
  /** Of the owner. */
  state?: Pick<OrganisationState, 'registeredAt'>;
}): Wishes {
  const { sources, settings, state } = options;
  // A repository that is registered by its URL is inferred also where nothing else is.
  const isRegistered = !settings.inference && Boolean(state?.registeredAt);
  const files = new Set<string>();
  const patterns = new Map<string, Wishes['patterns'][number]>();
  for (const { catalogPaths, filters } of sources) {
    const ref = filters.branch ?? 'HEAD';
    for (const path of catalogPaths) {
      const key = `${ref}:${path}`;
      if (hasWildcards(path)) {
        patterns.set(key, { ref, pattern: path });
      } else {
        files.add(key);
      }
    }
  }
  return {
    wanted: {
      files: [...files].sort(),
      hints:
        settings.inference !== undefined ||
        isRegistered ||
        settings.readmeDocs === true,
      ...(settings.readmeDocs && { readme: true }),
    },
    patterns: [...patterns.values()],
    pageSize: Math.min(
      MOST,
      ...sources.map(({ pageSize }) => pageSize ?? MOST),
    ),
    // Only where it is looked at: this is asked for each repository.
    get hash() {
      return hashOf([
        settings.inference ?? null,
        sources.map(({ schedule, filters, ...source }) => ({
          ...source,
          filters: { ...filters, repository: filters.repository?.source },
        })),
        ...(isRegistered ? ['registered'] : []),
        ...(settings.readmeDocs ? ['readme'] : []),
      ]);
    },
  };
}
