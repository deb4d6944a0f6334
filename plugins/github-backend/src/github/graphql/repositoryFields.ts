import type { Wanted } from '../GithubRepositories';

/** By alias, what inference wants to know. Of the default branch. */
export const HINTS = {
  docs: 'HEAD:docs',
  mkdocsYml: 'HEAD:mkdocs.yml',
  mkdocsYaml: 'HEAD:mkdocs.yaml',
} as const;

/**
 * By alias, in the order in which GitHub looks for it.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location
 */
export const CODEOWNERS = {
  ownersGithub: '.github/CODEOWNERS',
  ownersRoot: 'CODEOWNERS',
  ownersDocs: 'docs/CODEOWNERS',
} as const;

/** By alias, in the order in which one is taken for the README. */
export const READMES = {
  readme: 'README.md',
  readmeLower: 'readme.md',
} as const;

const BLOB = `__typename ... on Blob { oid text isTruncated isBinary byteSize }`;

/** The name in the answer of the n-th file that is asked for. */
export const fileAlias = (index: number) => `f${index}`;

/**
 * The fields of a repository as a fragment `Fields`, and the variables that it needs. Only fields that GitHub Enterprise Server 3.12 has.
 * Topics as stock asks for them: a page of 100 costs 101 requests of connections, which are one point.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#predicting-the-point-value-of-a-query
 */
export function repositoryFields(wanted: Wanted): {
  fragment: string;
  /** For the head of the query: `, $f0: String!`. */
  declarations: string;
  variables: Record<string, string>;
} {
  const { files, hints, readme } = wanted;
  const names = files.map((_file, index) => fileAlias(index));
  const asked = names.map(
    name => `${name}: object(expression: $${name}) { ${BLOB} }`,
  );
  if (hints) {
    asked.push(
      'primaryLanguage { name }',
      ...Object.entries(HINTS).map(
        ([name, expression]) =>
          `${name}: object(expression: "${expression}") { __typename }`,
      ),
      ...Object.entries(CODEOWNERS).map(
        ([name, path]) =>
          `${name}: object(expression: "HEAD:${path}") { ${BLOB} }`,
      ),
    );
  }
  if (hints && readme) {
    asked.push(
      ...Object.entries(READMES).map(
        ([name, path]) =>
          `${name}: object(expression: "HEAD:${path}") { __typename }`,
      ),
    );
  }
  return {
    fragment: `
      fragment Fields on Repository {
        id
        databaseId
        name
        owner { login }
        url
        description
        visibility
        isFork
        isArchived
        isEmpty
        homepageUrl
        hasWikiEnabled
        pushedAt
        updatedAt
        repositoryTopics(first: 100) { nodes { topic { name } } }
        defaultBranchRef { name target { oid ... on Commit { committedDate } } }
        ${asked.join('\n        ')}
      }`,
    declarations: names.map(name => `, $${name}: String!`).join(''),
    variables: Object.fromEntries(
      files.map((file, index) => [fileAlias(index), file]),
    ),
  };
}
