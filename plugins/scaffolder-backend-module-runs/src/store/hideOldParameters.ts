import type { Knex } from 'knex';
import { findSecretParameters } from '../secrets/findSecretParameters';
import { splitSecrets } from '../secrets/splitSecrets';

/**
 * Takes values of parameters that feed `secrets` out of runs that ended before this module was there; a retry asks for them. Fields that only
 * a form marks cannot be told: the form is not stored with a run.
 */
export async function hideOldParameters(options: {
  knex: Knex;
}): Promise<void> {
  const { knex } = options;
  const ended: { id: string }[] = await knex('tasks')
    .whereNotIn('status', ['open', 'processing'])
    .select('id');
  for (const { id } of ended) {
    const row = await knex('tasks').where({ id }).first('spec');
    const spec = withoutSecrets(row?.spec);
    if (spec) await knex('tasks').where({ id }).update({ spec });
  }
}

function withoutSecrets(text: string): string | undefined {
  try {
    const spec = JSON.parse(text);
    if (!Array.isArray(spec?.steps) || spec.maskedParameters) return undefined;
    const split = splitSecrets({
      spec,
      secretParameters: findSecretParameters({
        parameters: undefined,
        steps: spec.steps,
      }),
    });
    return Object.keys(split.hidden).length > 0
      ? JSON.stringify(split.spec)
      : undefined;
  } catch {
    // A spec that cannot be read is left as it is.
    return undefined;
  }
}
