import { sourceAccepts } from '../../catalog/entities/sourceAccepts';
import type { GithubSettings } from '../../config/GithubSettings';
import type { RepositoryRead } from '../../github/RepositoryRead';
import { DEFAULT_INFERENCE } from '../../config/readInference';
import { sourcesOf } from '../../config/sourcesOf';
import { inferComponent } from '../../inferred/inferComponent';
import type { Lacks } from '../../people/owners/Lacks';
import type { KnownRepository } from '../../store/MirrorView';
import type { Infer } from './Inference';

/**
 * Infers as the catalog does, with the configured rules, or with those that count where inference is off. Archived and empty repositories
 * are left out, and those that no source of their organisation lets in.
 */
export function createInfer(options: {
  settings: GithubSettings;
  lacks?: Lacks;
}): Infer {
  const { settings, lacks } = options;
  const inference = settings.inference ?? DEFAULT_INFERENCE;
  return ({ host, repository: read, teams }) => {
    const leftOut = (reason: string) =>
      ({ outcome: 'left-out', reason } as const);
    if (read.isArchived) return leftOut('it is archived');
    if (read.isEmpty) return leftOut('it has no commit yet');
    const repository = asKnown({ host, read });
    const sources = sourcesOf({ settings, host, owner: read.owner });
    if (
      sources.length > 0 &&
      !sources.some(source => sourceAccepts({ source, repository }))
    ) {
      return leftOut(
        `the filters of catalog.providers.github (${sources
          .map(({ id }) => id)
          .join(', ')}) leave it out`,
      );
    }
    const found = inferComponent({
      ...{ repository, inference, settings, teams, lacks },
    });
    return found.state === 'inferred'
      ? { outcome: 'inferred', entity: found.entity, missing: found.missing }
      : leftOut('a rule of callboard.github.catalog.inferred leaves it out');
  };
}

/** Of what only the mirror adds, inference needs nothing. */
function asKnown(options: {
  host: string;
  read: RepositoryRead;
}): KnownRepository {
  const { host, read } = options;
  return { ...read, host, seenAt: '', files: [], entityRefs: [] };
}
