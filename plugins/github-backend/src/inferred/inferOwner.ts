import { stringifyEntityRef } from '@backstage/catalog-model';
import type { GithubSettings } from '../config/GithubSettings';
import type { Lacks } from '../people/owners/Lacks';
import type { KnownRepository } from '../store/MirrorView';
import { rootOwners } from './rootOwners';
import { teamRef } from './teamRef';

/** Whose a repository is, as an entity reference, and what says so. */
export interface InferredOwner {
  owner: string;
  from: 'codeowners' | 'team' | 'organisation';
  /** Whom CODEOWNERS names before, as it is written there, and GitHub does not have. */
  unknown: string[];
}

/**
 * The first team or person that CODEOWNERS names for the whole repository, else the team with the best access, else the organisation
 * (`group:default/acme`). E-mail addresses in CODEOWNERS are passed over, since they name nobody in the catalog, and so is whom GitHub's people
 * are known to lack.
 */
export function inferOwner(options: {
  repository: Pick<KnownRepository, 'host' | 'owner' | 'hints'>;
  /** Best first. */
  teams?: { slug: string; permission: string }[];
  lacks?: Lacks;
  settings: Pick<GithubSettings, 'people'>;
}): InferredOwner {
  const { repository, teams = [], lacks, settings } = options;
  const { host, owner } = repository;
  const codeowners = rootOwners(repository.hints?.codeowners?.text ?? '');
  const unknown: string[] = [];
  for (const entry of codeowners) {
    const [, name, slug] = /^@([\w.-]+)(?:\/([\w.-]+))?$/.exec(entry) ?? [];
    if (!name) continue;
    const isLacking = lacks?.({
      host,
      ...(slug
        ? { organisation: name, slug }
        : { organisation: owner, login: name }),
    });
    if (isLacking) {
      unknown.push(entry);
      continue;
    }
    return {
      owner: slug
        ? teamRef({ host, organisation: name, slug, settings })
        : stringifyEntityRef({ kind: 'user', name }),
      from: 'codeowners',
      unknown,
    };
  }
  if (teams.length > 0) {
    const [{ slug }] = teams;
    return {
      owner: teamRef({ host, organisation: owner, slug, settings }),
      from: 'team',
      unknown,
    };
  }
  return {
    owner: stringifyEntityRef({ kind: 'group', name: owner }),
    from: 'organisation',
    unknown,
  };
}
