import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { sourcesOf } from '../../config/sourcesOf';
import { inferComponent } from '../../inferred/inferComponent';
import { describes } from './describes';
import type { EntitiesOf } from '../EntitiesOf';
import { fileOf } from './fileOf';
import { hasDescriptor } from './hasDescriptor';
import { infersFor } from './infersFor';
import { sourceAccepts } from './sourceAccepts';
import { toLocation } from './toLocation';

/** See `EntitiesOf`. */
export const entitiesOf: EntitiesOf = options => {
  const { source, repository } = options;
  if (!sourceAccepts({ source, repository })) {
    return [];
  }
  const inferred = inferredOf(options);
  if (inferred) {
    return [inferred];
  }
  return source.catalogPaths
    .map(path => ({ path, location: toLocation({ source, repository, path }) }))
    .filter(
      ({ path, location }) =>
        !source.validateLocationsExist ||
        isThere({ ...options, path, location }),
    )
    .map(({ location }) => location);
};

/** Undefined where inference is off, there is a descriptor, or nobody knows yet. */
function inferredOf(
  options: Parameters<EntitiesOf>[0],
): DeferredEntity | undefined {
  const { source, repository, settings } = options;
  const { host, owner } = repository;
  if (
    !settings.inference ||
    !infersFor({ source, repository, settings }) ||
    hasDescriptor({
      sources: sourcesOf({ settings, host, owner }),
      repository,
    }) !== 'no'
  ) {
    return undefined;
  }
  const result = inferComponent({ ...options, inference: settings.inference });
  return result.state === 'inferred'
    ? { locationKey: source.providerName, entity: result.entity }
    : undefined;
}

/** A file that was not asked for leaves things as they are. */
function isThere(options: {
  source: Parameters<EntitiesOf>[0]['source'];
  repository: Parameters<EntitiesOf>[0]['repository'];
  path: string;
  location: DeferredEntity;
}): boolean {
  const { repository, location } = options;
  const file = fileOf(options);
  return file
    ? describes(file)
    : repository.entityRefs.includes(stringifyEntityRef(location.entity));
}
