import { addDefaultLabels } from '../../issues/labels/addDefaultLabels';
import type { RepositoryContext } from './SeedContext';

const USUAL_COLOR = 'ededed';

/** Adds GitHub's default labels and those of the seed; a label of the seed with the same name replaces a default one. */
export function addLabels(options: { context: RepositoryContext }): void {
  const { sandbox, seeded, repository } = options.context;
  const own = seeded.labels ?? [];
  addDefaultLabels({
    sandbox,
    repository,
    except: own.map(({ name }) => name),
  });
  for (const label of own) {
    sandbox.state.labels.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      name: label.name,
      color: label.color ?? USUAL_COLOR,
      description: label.description ?? null,
      default: false,
    });
  }
}
