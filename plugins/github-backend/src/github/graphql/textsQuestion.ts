import type { Question } from './GraphqlAnswer';

/** The name in the answer of the n-th text that is asked for. */
export const textAlias = (index: number) => `b${index}`;

/** Texts of one repository by the ids of their blobs: `repository.b0` and so on. */
export function textsQuestion(options: {
  owner: string;
  name: string;
  oids: string[];
}): Question {
  const { owner, name, oids } = options;
  const aliases = oids.map((_oid, index) => textAlias(index));
  return {
    query: `
      query CallboardTexts($owner: String!, $name: String!${aliases
        .map(alias => `, $${alias}: GitObjectID!`)
        .join('')}) {
        rateLimit { cost }
        repository(owner: $owner, name: $name) {
          ${aliases
            .map(
              alias =>
                `${alias}: object(oid: $${alias}) { __typename ... on Blob { oid text isTruncated isBinary byteSize } }`,
            )
            .join('\n          ')}
        }
      }`,
    variables: {
      owner,
      name,
      ...Object.fromEntries(oids.map((oid, index) => [textAlias(index), oid])),
    },
  };
}
