import type { KnownRepository } from '../store/MirrorView';
import { readmeRef } from './readmeRef';

/**
 * The value of `backstage.io/techdocs-ref`: the repository's tree where it has `docs/` or `mkdocs.yml`, else its wiki or its README, where
 * either is wished for. It names the root, not `docs/`, since that is where TechDocs looks for `mkdocs.yml` and `docs/`.
 */
export function inferDocs(options: {
  repository: Pick<
    KnownRepository,
    'url' | 'defaultBranch' | 'hints' | 'hasWiki'
  >;
  wikis: boolean;
  readmes?: boolean;
}): string | undefined {
  const { repository, wikis, readmes = false } = options;
  const { url, defaultBranch, hints, hasWiki } = repository;
  if (defaultBranch && (hints?.hasDocs || hints?.hasMkdocs)) {
    return `url:${url}/tree/${defaultBranch}/`;
  }
  if (wikis && hasWiki) {
    return `url:${url}/wiki`;
  }
  return readmes ? readmeRef({ repository }) : undefined;
}
