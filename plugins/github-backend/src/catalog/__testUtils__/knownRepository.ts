import type { KnownFile, KnownRepository } from '../../store/MirrorView';

/** A file that is there. */
export function knownFile(more: Partial<KnownFile> = {}): KnownFile {
  return {
    ref: 'HEAD',
    path: 'catalog-info.yaml',
    state: 'present',
    oid: 'b10b',
    text: 'kind: Component\n',
    commit: 'c0ffee',
    seenAt: '2026-01-02T00:00:00.000Z',
    lagMs: 120,
    ...more,
  };
}

/** `acme/shop` at github.com, without a descriptor at the usual place. */
export function knownRepository(
  more: Partial<KnownRepository> = {},
): KnownRepository {
  const { owner = 'acme', name = 'shop' } = more;
  return {
    host: 'github.com',
    id: `R_${owner}_${name}`,
    databaseId: 1,
    owner,
    name,
    url: `https://github.com/${owner}/${name}`,
    description: 'Sells things',
    visibility: 'private',
    isFork: false,
    isArchived: false,
    isEmpty: false,
    topics: [],
    hasWiki: false,
    updatedAt: '2026-01-01T00:00:00.000Z',
    defaultBranch: 'main',
    head: { oid: 'c0ffee', committedAt: '2026-01-01T00:00:00.000Z' },
    hints: { hasDocs: false, hasMkdocs: false },
    seenAt: '2026-01-02T00:00:00.000Z',
    files: [knownFile({ state: 'absent', oid: undefined, text: undefined })],
    entityRefs: [],
    ...more,
  };
}
