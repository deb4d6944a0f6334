import { sep } from 'node:path';
import type { LocationEntity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  type CatalogProcessorParser,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Hooks } from './Hooks';
import { mayRead } from './mayRead';
import type { ProcessingRun } from './ProcessingRun';
import { callHook } from './callHook';
import { toAbsoluteTarget } from './toAbsoluteTarget';

/**
 * Has the targets of a `Location` entity read. What must not be read becomes an error of the entity; a target that no processor reads,
 * or one whose processor throws, an `InputError`.
 */
export async function readLocations(options: {
  entity: LocationEntity;
  run: ProcessingRun;
  hooks: Hooks;
  integrations: ScmIntegrationRegistry;
  parser: CatalogProcessorParser;
  allowedLocationTypes: readonly string[];
  logger: LoggerService;
}): Promise<void> {
  const { entity, run, integrations, allowedLocationTypes, logger } = options;
  const { location, originLocation } = run;
  const { type = location.type, presence = 'required' } = entity.spec;
  const refuse = (message: string) =>
    run.collector.receive(
      processingResult.inputError(location, message),
      () => logger,
    );

  if (!mayRead({ type, location, originLocation, allowedLocationTypes })) {
    refuse(
      `Registered locations must be of an allowed type ${JSON.stringify(
        allowedLocationTypes,
      )}`,
    );
    return;
  }
  const targets = [
    ...(entity.spec.target ? [entity.spec.target] : []),
    ...(entity.spec.targets ?? []),
  ];
  for (const given of targets) {
    if (type === 'file' && given.endsWith(sep)) {
      refuse(
        `LocationEntityProcessor cannot handle ${type} type location with target ${location.target} that ends with a path separator`,
      );
      continue;
    }
    const target = toAbsoluteTarget({
      integrations,
      base: location,
      type,
      target: given,
    });
    if (!(await readOne({ ...options, spec: { type, target, presence } }))) {
      throw new InputError(
        `No processor was able to handle reading of ${type}:${target}`,
      );
    }
  }
}

/** Asks one processor after the other; resolves to whether one has read it. */
async function readOne(options: {
  entity: LocationEntity;
  run: ProcessingRun;
  hooks: Hooks;
  parser: CatalogProcessorParser;
  spec: { type: string; target: string; presence: 'required' | 'optional' };
}): Promise<boolean> {
  const { entity, run, hooks, parser, spec } = options;
  for (const chained of hooks.read) {
    const isRead = await callHook({
      run,
      entity,
      hook: 'readLocation',
      chained,
      doing: `reading ${spec.type}:${spec.target}`,
      call: () =>
        chained.processor.readLocation(
          { ...spec },
          spec.presence === 'optional',
          chained.emitInto(run.collector),
          parser,
          run.caches.forProcessor(chained.processor, spec.target),
        ),
    });
    if (isRead) return true;
  }
  return false;
}
