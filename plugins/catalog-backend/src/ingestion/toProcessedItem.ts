import { hash as digest } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { serializeError } from '@backstage/errors';
import type { ProcessingOutcome } from '../processing/EntityProcessing';
import { toDeferred } from './Deferred';
import type { Ledger } from './Ledger';
import type { ParentLink, RelationTriples } from './NodeState';
import type { DueItem, ProcessedItem } from './ProcessedItem';
import { HASH_PREFIX } from './stitch';

/**
 * Makes the result of a run comparable with the one before. Everything that a commit would write from it goes into the hash, and who else
 * stands behind what it brings in: when somebody has taken that over, it has to be claimed again.
 */
export function toProcessedItem(options: {
  item: DueItem;
  outcome: ProcessingOutcome;
  /** Who stands behind the entity itself. */
  parents: readonly ParentLink[];
  ledger: Ledger;
}): ProcessedItem {
  const { item, outcome, parents, ledger } = options;
  const errors = JSON.stringify(
    outcome.errors.map(error => serializeError(error)),
  );
  if (!outcome.ok) {
    const resultHash = `${HASH_PREFIX}${digest('sha1', errors)}`;
    return {
      item,
      outcome,
      resultHash,
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
  const self: ParentLink = `entity:${item.entityRef}`;
  parts.push(parents.join(' '));
  for (const { entityRef } of deferred) {
    const others = ledger.parentsOf(entityRef).filter(link => link !== self);
    if (others.length > 0) parts.push(`${entityRef} ${others.join(' ')}`);
  }
  const resultHash = `${HASH_PREFIX}${digest('sha1', parts.join('\n'))}`;
  return { item, outcome, resultHash, json, deferred, relations, errors };
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
