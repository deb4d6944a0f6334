import type { Entity } from '@backstage/catalog-model';
import { readmeRef } from '../../inferred/readmeRef';
import { readTarget } from '../../store/readTarget';
import type { KnownRepository } from '../../store/MirrorView';
import { readmeOwner } from './readmeOwner';

const DOCS = ['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'];

/**
 * The README that is the docs of a described component, as a value of `backstage.io/techdocs-ref`: of one that names no docs, in a
 * descriptor in the root of a repository without `docs/` and `mkdocs.yml`. Of several in that file, of the one that is called like the
 * repository, else of the first. Where the mirror does not have the file nobody knows the others, and only the one that is called like the
 * repository has it.
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
  const file = repository.files.find(each => each.path === path);
  const { namespace = 'default', name: own } = entity.metadata;
  const owner =
    file?.text === undefined
      ? { namespace, name }
      : readmeOwner({ text: file.text, version: file.oid, repository: name });
  return owner && isSame(owner.name, own) && isSame(owner.namespace, namespace)
    ? readmeRef({ repository })
    : undefined;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
