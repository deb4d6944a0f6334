import type { KnownRepository } from '../store/MirrorView';

/**
 * The value of `backstage.io/techdocs-ref`: the repository's tree where it has `docs/` or `mkdocs.yml`, its wiki where that is wished for.
 * It names the root, not `docs/`, since that is where TechDocs looks for `mkdocs.yml` and `docs/`.
 */
export function inferDocs(options: {
  repository: Pick<
    KnownRepository,
    'url' | 'defaultBranch' | 'hints' | 'hasWiki'
  >;
  wikis: boolean;
}): string | undefined {
  const { repository, wikis } = options;
  const { url, defaultBranch, hints, hasWiki } = repository;
  if (defaultBranch && (hints?.hasDocs || hints?.hasMkdocs)) {
    return `url:${url}/tree/${defaultBranch}/`;
  }
  return wikis && hasWiki ? `url:${url}/wiki` : undefined;
}
