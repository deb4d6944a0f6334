import { hash as digest } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { serializeError } from '@backstage/errors';
import type { ProcessingOutcome } from '../processing/EntityProcessing';
import { toDeferred } from './Deferred';
import type { RelationTriples } from './NodeState';
import type { DueItem, ProcessedItem } from './ProcessedItem';

/** Makes the result of a run ready to be compared and stored. Everything that a commit would write from it goes into its hash. */
export function toProcessedItem(options: {
  item: DueItem;
  outcome: ProcessingOutcome;
}): ProcessedItem {
  const { item, outcome } = options;
  const errors = JSON.stringify(
    outcome.errors.map(error => serializeError(error)),
  );
  if (!outcome.ok) {
    return {
      item,
      outcome,
      contentHash: digest('sha1', errors),
      json: '',
      deferred: [],
      relations: [],
      errors,
    };
  }
  outcome.completedEntity.metadata.uid = item.entityId;
  const json = JSON.stringify(outcome.completedEntity);
  const deferred = outcome.deferredEntities.map(toDeferred);
  const relations = toTriples({ item, outcome });
  const parts = [
    errors,
    json,
    ...deferred.map(d => `${d.entityRef} ${d.hash} ${d.locationKey}`).sort(),
    relations.join(' '),
    ...outcome.refreshKeys.map(({ key }) => key).sort(),
  ];
  const contentHash = digest('sha1', parts.join('\n'));
  return { item, outcome, contentHash, json, deferred, relations, errors };
}

/** The relations that an entity emits, each once, in a fixed order. */
function toTriples(options: {
  item: DueItem;
  outcome: ProcessingOutcome & { ok: true };
}): RelationTriples {
  const { item, outcome } = options;
  const keys: string[] = [];
  for (const { source, type, target } of outcome.relations) {
    const from = stringifyEntityRef(source);
    keys.push(
      `${from === item.entityRef ? '' : from}\n${type}\n${stringifyEntityRef(
        target,
      )}`,
    );
  }
  keys.sort();
  const triples: string[] = [];
  keys.forEach((key, i) => {
    if (key === keys[i - 1]) return;
    const typeAt = key.indexOf('\n') + 1;
    const targetAt = key.indexOf('\n', typeAt) + 1;
    triples.push(
      key.slice(0, typeAt - 1),
      key.slice(typeAt, targetAt - 1),
      key.slice(targetAt),
    );
  });
  return triples;
}
