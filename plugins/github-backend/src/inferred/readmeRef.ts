import type { KnownRepository } from '../store/MirrorView';

/** On entities whose docs are the README of their repository. */
export const ANNOTATION_README_DOCS = 'callboard/readme-docs';

const README = /^url:.+\/blob\/.+\/readme\.md$/i;

/** The README of a repository as a value of `backstage.io/techdocs-ref`; undefined where it has none, or nobody knows. */
export function readmeRef(options: {
  repository: Pick<KnownRepository, 'url' | 'defaultBranch' | 'hints'>;
}): string | undefined {
  const { url, defaultBranch, hints } = options.repository;
  return defaultBranch && hints?.readme
    ? `url:${url}/blob/${defaultBranch}/${hints.readme}`
    : undefined;
}

/** Whether docs are a README. */
export function isReadmeRef(docs: string): boolean {
  return README.test(docs);
}
