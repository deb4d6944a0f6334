import type { Entity } from '@backstage/catalog-model';
import { readmeRef } from '../../inferred/readmeRef';
import { readTarget } from '../../store/readTarget';
import type { KnownRepository } from '../../store/MirrorView';

const DOCS = ['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'];
const COMPONENT = /^kind:[ \t]*["']?Component\b/gm;

/**
 * The README that is the docs of a described component, as a value of `backstage.io/techdocs-ref`: of one that names no docs, in the
 * descriptor in the root of a repository without `docs/` and `mkdocs.yml`. Of several in that file, of the one that is called like the
 * repository; of the others nobody knows what the README says.
 */
export function readmeOf(options: {
  entity: Entity;
  /** The URL of the descriptor. */
  target: string;
  repository: KnownRepository;
}): string | undefined {
  const { entity, target, repository } = options;
  const { hints, defaultBranch, name } = repository;
  const { annotations = {} } = entity.metadata;
  const path = readTarget(target)?.rest?.slice(`${defaultBranch}/`.length);
  if (
    entity.kind !== 'Component' ||
    DOCS.some(key => annotations[key]) ||
    !path ||
    !target.endsWith(`/${defaultBranch}/${path}`) ||
    path.includes('/') ||
    hints?.hasDocs ||
    hints?.hasMkdocs
  ) {
    return undefined;
  }
  const text = repository.files.find(file => file.path === path)?.text ?? '';
  const isAlone = (text.match(COMPONENT) ?? []).length <= 1;
  return isAlone || entity.metadata.name === name
    ? readmeRef({ repository })
    : undefined;
}
