import { InputError } from '@backstage/errors';
import {
  APPLICABLE_STATES,
  applicable,
  isApplied,
  type ImportMode,
  type ImportRun,
} from '@callboard/plugin-github-common';

const MOST_NAMED = 20;

/**
 * The repositories that are to be applied, as the plan spells them; undefined goes on with what was chosen before. Throws one `InputError`
 * that names all that cannot be.
 */
export function chooseItems(options: {
  run: ImportRun;
  mode: ImportMode;
  repositories?: string[];
}): string[] | undefined {
  const { run, mode, repositories } = options;
  const goesOn =
    ['paused', 'failed'].includes(run.status) &&
    run.mode === mode &&
    run.total > 0;
  if (repositories === undefined && goesOn) return undefined;

  if (repositories === undefined) {
    return nonEmpty(
      run.items
        .filter(item => applicable({ item, mode }))
        .map(({ repository }) => repository),
    );
  }
  const known = new Map(
    run.items.map(item => [item.repository.toLowerCase(), item]),
  );
  const problems: string[] = [];
  const chosen: string[] = [];
  for (const name of new Set(repositories.map(one => one.toLowerCase()))) {
    const item = known.get(name);
    if (!item) problems.push(`${name} is not in the plan`);
    else if (!APPLICABLE_STATES[mode].includes(item.state)) {
      problems.push(`${item.repository} is ${item.state}`);
    } else if (!isApplied({ item, mode })) {
      chosen.push(item.repository);
    }
  }
  if (problems.length > 0) {
    const more = problems.length - MOST_NAMED;
    throw new InputError(
      `Nothing was begun: ${problems.slice(0, MOST_NAMED).join('; ')}${
        more > 0 ? `; and ${more} more` : ''
      }. Only repositories that the plan has as ${APPLICABLE_STATES[mode].join(
        ' or ',
      )} can be applied.`,
    );
  }
  return nonEmpty(chosen);
}

function nonEmpty(repositories: string[]): string[] {
  if (repositories.length === 0) {
    throw new InputError(
      'There is nothing to apply: the plan has no repository of which an entity can be made, or all of them are done.',
    );
  }
  return repositories;
}
