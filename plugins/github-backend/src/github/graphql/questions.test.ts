// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { loadSchema } from '@callboard/github-sandbox/src/graphql/schema/loadSchema';
import { parse, validate, visit } from 'graphql';
import { lookUpQuestion } from './lookUpQuestion';
import { newestQuestion, pageQuestion, skipQuestion } from './pageQuestion';
import { textsQuestion } from './textsQuestion';

/** That of `@octokit/graphql-schema`. */
const schema = loadSchema({ enterprise: false });

/** All that is asked for. GitHub Enterprise Server 3.12 has them: compared with its published schema when they were chosen. */
const FIELDS = [
  ...['rateLimit', 'cost', 'node', 'repository', 'repositoryOwner', 'login'],
  ...['repositories', 'totalCount', 'pageInfo', 'hasNextPage', 'endCursor'],
  ...['edges', 'cursor', 'nodes', '__typename'],
  ...['id', 'databaseId', 'name', 'owner', 'url', 'description', 'visibility'],
  ...['isFork', 'isArchived', 'isEmpty', 'homepageUrl', 'hasWikiEnabled'],
  ...['pushedAt', 'updatedAt', 'repositoryTopics', 'topic'],
  ...['defaultBranchRef', 'target', 'committedDate', 'primaryLanguage'],
  ...['object', 'oid', 'text', 'isTruncated', 'isBinary', 'byteSize'],
  ...['membersWithRole', 'teams', 'slug', 'parentTeam', 'members'],
];

/** Text that would end a string, were it spliced. */
const evil = '") { id } evil: viewer { login } #';
const wanted = {
  files: [`HEAD:${evil}.yaml`, `${evil}:a.yaml`],
  hints: true,
  readme: true,
};
const none = { files: [], hints: false };

const questions = {
  page: pageQuestion({
    owner: evil,
    order: 'name',
    size: 100,
    after: evil,
    wanted,
  }),
  'page without files': pageQuestion({
    owner: evil,
    order: 'pushed',
    size: 1,
    wanted: none,
  }),
  'page with people': pageQuestion({
    ...{ owner: evil, order: 'name', size: 100, wanted, people: true },
  }),
  newest: newestQuestion({ owner: evil, size: 10, wanted }),
  'newest with people': newestQuestion({
    owner: evil,
    size: 10,
    wanted,
    people: true,
  }),
  'newest without files': newestQuestion({
    owner: evil,
    size: 10,
    wanted: none,
  }),
  skip: skipQuestion({ owner: evil, order: 'updated', after: evil }),
  'look-up by both': lookUpQuestion({
    owner: evil,
    which: [{ id: evil }, { name: evil }],
    wanted,
  }),
  'look-up by id': lookUpQuestion({
    owner: evil,
    which: [{ id: evil }],
    wanted: none,
  }),
  texts: textsQuestion({ owner: evil, name: evil, oids: [evil, evil] }),
};

it.each(Object.entries(questions))(
  'is valid, and has nothing spliced in: %s',
  (_name, { query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    expect(query).not.toContain('evil');
    const fields = new Set<string>();
    visit(document, { Field: ({ name }) => void fields.add(name.value) });
    expect(FIELDS).toEqual(expect.arrayContaining([...fields]));
    const declared = document.definitions.flatMap(definition =>
      definition.kind === 'OperationDefinition'
        ? (definition.variableDefinitions ?? []).map(
            ({ variable }) => variable.name.value,
          )
        : [],
    );
    expect(Object.keys(variables).sort()).toEqual(declared.sort());
  },
);
