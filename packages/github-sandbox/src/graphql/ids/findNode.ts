import type { GraphqlContext } from '../GraphqlContext';
import { gitOf } from '../resolvers/git/gitOf';
import { isVisible } from '../rights/isVisible';
import { source } from '../sources/source';
import { demandNode } from './demandNode';
import { finders } from './finders';
import { readNodeId } from './readNodeId';

/** The parent for resolvers that a global id of a record stands for; undefined where there is none for this viewer. Throws where it may not be read. */
export function findNode(options: {
  id: string;
  context: GraphqlContext;
}): Record<string, any> | undefined {
  const { context } = options;
  const named = readNodeId(options.id);
  if (!named || typeof named.id !== 'number') return undefined;
  const found = finders[named.type]?.(named.id, context);
  if (!found) return undefined;
  const { repositories, organisations } = context.sandbox.state;
  const repository = repositories.get(found.repositoryId ?? 0);
  if (
    found.repositoryId !== undefined &&
    (!repository || !isVisible({ context, repository }))
  ) {
    return undefined;
  }
  // An Issue's id with a pull request behind it is no id that was given out.
  const { __typename: type } = found.node as { __typename: string };
  if (type !== named.type) return undefined;
  demandNode({
    context,
    type,
    repository,
    organisation: organisations.get(found.organisationId ?? 0),
  });
  return found.node;
}

/** The same for objects of git, topics and the like, whose ids have texts. */
export async function findTextNode(options: {
  id: string;
  context: GraphqlContext;
}): Promise<Record<string, any> | undefined> {
  const { context } = options;
  const named = readNodeId(options.id);
  if (!named || typeof named.id !== 'string') return undefined;
  const { type, id } = named;
  if (type === 'Topic') return source.topic(id);
  if (type === 'Language') return source.language(id);
  if (type === 'License') return source.license(id.replace(/^license:/, ''));

  const colon = id.indexOf(':');
  const repository = context.sandbox.state.repositories.get(
    Number(id.slice(0, colon)),
  );
  if (!repository || !isVisible({ context, repository })) return undefined;
  demandNode({ context, type, repository });
  const name = id.slice(colon + 1);
  const git = await gitOf({ repository, context });
  if (type === 'Ref') {
    const ref = await git.readRef({ ref: name });
    return ref && source.ref(repository, name, ref.sha);
  }
  const object = await git.readObject({ sha: name });
  if (type === 'StatusCheckRollup') {
    return object && source.rollup(repository, name);
  }
  const kind = type.toLowerCase();
  return object?.type === kind
    ? source[object.type](repository, name)
    : undefined;
}
