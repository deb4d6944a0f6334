import { ConflictError, InputError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { RunNeed } from '@callboard/plugin-scaffolder-common';
import { isObject } from '../secrets/isObject';
import { neededForRetry } from '../secrets/neededForRetry';
import { PARAMETER_PREFIX } from '../secrets/parameterPath';
import type { RunSpec } from '../secrets/RunSpec';
import { takeRetrySecrets } from '../secrets/takeRetrySecrets';
import { getRun, type StoredRun } from '../store/getRun';
import { reopenRun } from '../store/reopenRun';
import { openState, sealSecrets } from './RunSecrets';
import type { RunServices } from './RunServices';

/**
 * Has a run that ended go on from the step at which it ended, with secrets given anew.
 *
 * @throws InputError that names the secrets which are missing; ConflictError for a run that has not ended, that was dropped, or whose state
 * cannot be opened; NotFoundError.
 */
export async function retryRun(options: {
  services: RunServices;
  taskId: string;
  /** Secrets by name; those of parameters under `parameters.PATH`. */
  secrets?: TaskSecrets;
}): Promise<void> {
  const { services, taskId } = options;
  const { knex, sealer } = services;
  const stored = await getRun({ knex, taskId });
  if (['open', 'processing'].includes(stored.row.status)) {
    throw new ConflictError(`Task with taskId ${taskId} cannot be retried`);
  }
  if (stored.claims?.dropped_at) {
    throw new ConflictError(
      `Run ${taskId} cannot be retried: what it had got to was dropped since (callboard.templates.keepFailed). Start the template anew.`,
    );
  }
  const spec: RunSpec = JSON.parse(stored.row.spec);
  refuseOtherParameters({ spec, secrets: options.secrets });
  const needs = await needsOf({ services, stored });
  const { secrets, hidden } = takeRetrySecrets({
    taskId,
    secrets: options.secrets,
    needs,
  });
  await reopenRun({
    knex,
    taskId,
    secrets: options.secrets
      ? sealSecrets({ sealer, taskId, secrets, hidden })
      : null,
    recoverStrategy:
      spec.EXPERIMENTAL_recovery?.EXPERIMENTAL_strategy ?? 'none',
  });
}

/** A value that no schema has checked, and nobody would see, must not take the place of one that was. */
function refuseOtherParameters(options: {
  spec: RunSpec;
  secrets?: TaskSecrets;
}) {
  const { spec, secrets = {} } = options;
  const masked = (spec.maskedParameters ?? []).map(
    path => PARAMETER_PREFIX + path,
  );
  const others = Object.keys(secrets).filter(
    name => name.startsWith(PARAMETER_PREFIX) && !masked.includes(name),
  );
  if (others.length > 0) {
    throw new InputError(
      `A retry takes secret parameters only, not ${others.join(', ')}`,
    );
  }
}

/** What a retry of a run must bring with it. @throws ConflictError when the state cannot be opened. */
export async function needsOf(options: {
  services: RunServices;
  stored: StoredRun;
}): Promise<RunNeed[]> {
  const { services, stored } = options;
  const { row } = stored;
  const spec: RunSpec = JSON.parse(row.spec);
  const templateRef = spec.templateInfo?.entityRef;
  const template =
    templateRef === undefined
      ? undefined
      : await services.templateSecrets(templateRef);
  return neededForRetry({
    spec,
    state: stateOf({ services, stored }),
    maskedParameters: spec.maskedParameters ?? [],
    secretsSchema: isObject(template?.secretsSchema)
      ? template.secretsSchema
      : undefined,
  });
}

function stateOf(options: {
  services: RunServices;
  stored: StoredRun;
}): JsonObject | undefined {
  const { services, stored } = options;
  const { row } = stored;
  try {
    return openState({ sealer: services.sealer, row }).state;
  } catch {
    throw new ConflictError(
      `What run ${row.id} had got to cannot be opened: it was encrypted with another key (callboard.templates.key). Start the template anew, or bring the key back.`,
    );
  }
}
