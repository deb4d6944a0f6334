import type { Question } from '../harness/ask';
import { readIds } from '../harness/adoptIds';
import type { KnownIds } from '../harness/canonical';
import type { Side } from '../harness/Side';

/** The question with the identifiers of this catalog in it, and what its identifiers stand for. */
export async function resolveIds(
  side: Side,
  question: Question,
): Promise<{ question: Question; ids: KnownIds }> {
  const { entities, locations } = await readIds(side.knex);
  const path = question.path.replace(
    /\{(uid|location) ([^}]+)\}/g,
    (_, kind, name) =>
      (kind === 'uid' ? entities.get(name) : locations.get(`url:${name}`)) ??
      'unknown',
  );
  return {
    question: { ...question, path },
    ids: new Map([
      ...[...entities].map(([ref, id]) => [id, `<uid of ${ref}>`] as const),
      ...[...locations].map(
        ([target, id]) => [id, `<id of ${target}>`] as const,
      ),
    ]),
  };
}
