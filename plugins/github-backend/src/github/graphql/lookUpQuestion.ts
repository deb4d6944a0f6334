import type { Wanted } from '../GithubRepositories';
import type { Question } from './GraphqlAnswer';
import { repositoryFields } from './repositoryFields';

/** The name in the answer of the n-th repository that is asked for. */
export const repositoryAlias = (index: number) => `r${index}`;

/** Repositories by node id or name, each below an alias of its own, so that errors say which one they are about. */
export function lookUpQuestion(options: {
  owner: string;
  which: ({ id: string } | { name: string })[];
  wanted: Wanted;
}): Question {
  const { owner, which, wanted } = options;
  const { fragment, declarations, variables } = repositoryFields(wanted);
  const asked = which.map((item, index) => {
    const alias = repositoryAlias(index);
    return 'id' in item
      ? {
          field: `${alias}: node(id: $${alias}) { __typename ...Fields }`,
          declaration: `, $${alias}: ID!`,
          variable: [alias, item.id] as const,
        }
      : {
          field: `${alias}: repository(owner: $owner, name: $${alias}) { __typename ...Fields }`,
          declaration: `, $${alias}: String!`,
          variable: [alias, item.name] as const,
        };
  });
  const needsOwner = which.some(item => 'name' in item);
  const declared = [
    needsOwner ? ', $owner: String!' : '',
    ...asked.map(({ declaration }) => declaration),
    declarations,
  ]
    .join('')
    .replace(/^, /, '');
  return {
    query: `
      query CallboardLookUp(${declared}) {
        rateLimit { cost }
        ${asked.map(({ field }) => field).join('\n        ')}
      }${fragment}`,
    variables: {
      ...variables,
      ...(needsOwner && { owner }),
      ...Object.fromEntries(asked.map(({ variable }) => variable)),
    },
  };
}
