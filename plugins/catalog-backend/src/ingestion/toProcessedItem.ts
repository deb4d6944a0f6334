import { hash as digest } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { serializeError } from '@backstage/errors';
import type { ProcessingOutcome } from '../processing/EntityProcessing';
import { toDeferred } from './Deferred';
import type { Ledger } from './Ledger';
import type { RelationTriples } from './NodeState';
import type { DueItem, ProcessedItem } from './ProcessedItem';
import { HASH_PREFIX } from './stitch';

/**
 * Makes the result of a run comparable with the one before. Everything that a commit would write from it goes into the hash, and who
 * the parents are: when somebody else has taken over an entity that this one brings in, it has to be claimed again.
 */
export function toProcessedItem(options: {
  item: DueItem;
  outcome: ProcessingOutcome;
  ledger: Ledger;
}): ProcessedItem {
  const { item, outcome, ledger } = options;
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
  for (const ref of [item.entityRef, ...deferred.map(d => d.entityRef)]) {
    parts.push(ledger.parentsOf(ref).join(' '));
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
  const keys = new Set<string>();
  for (const { source, type, target } of outcome.relations) {
    const from = stringifyEntityRef(source);
    keys.add(
      `${from === item.entityRef ? '' : from}\n${type}\n${stringifyEntityRef(
        target,
      )}`,
    );
  }
  return [...keys].sort().flatMap(key => key.split('\n'));
}
