import { startTestSandbox } from '../testing/startTestSandbox';
import { fillShop } from './__testUtils__/fillShop';
import { failOnErrors } from './__testUtils__/failOnErrors';
import { readShop } from './__testUtils__/readShop';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let filled: Awaited<ReturnType<typeof fillShop>>;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'src/index.ts': 'export {};\n',
      'src/pages/a.tsx': 'export const a = 1;\n',
      'logo.png': Buffer.from([0x89, 0, 1, 2]),
      LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge',
      CODEOWNERS: '*.ts @acme/web @nobody\n',
      'run.sh': { content: '#!/bin/sh\n', executable: true },
    },
  });
  filled = await fillShop(sandbox);
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

const shop = (fields: string, as?: 'olivia' | 'mel' | 'oscar') =>
  readShop({ sandbox, fields, as });

it('reads blobs, binary ones without a text', async () => {
  const blob = '... on Blob { text byteSize isBinary isTruncated }';
  expect(
    await shop(`
      text: object(expression: "main:README.md") { __typename ${blob} }
      binary: object(expression: "HEAD:logo.png") { ${blob} }
    `),
  ).toEqual({
    text: {
      __typename: 'Blob',
      text: '# Shop\n',
      byteSize: 7,
      isBinary: false,
      isTruncated: false,
    },
    binary: { text: null, byteSize: 4, isBinary: true, isTruncated: false },
  });
});

it('reads trees with paths from the root and GitHub’s numbers of modes', async () => {
  const entry = 'name path type mode extension object { __typename }';
  const { root, src } = await shop(`
    root: object(expression: "HEAD:") { ... on Tree { entries { ${entry} } } }
    src: object(expression: "HEAD:src/") { ... on Tree { entries { path object { ... on Tree { entries { path } } } } } }
  `);
  expect(root.entries).toContainEqual({
    name: 'run.sh',
    path: 'run.sh',
    type: 'blob',
    mode: 33261,
    extension: '.sh',
    object: { __typename: 'Blob' },
  });
  expect(root.entries).toContainEqual(
    expect.objectContaining({ name: 'src', type: 'tree', mode: 16384 }),
  );
  expect(src.entries).toEqual([
    { path: 'src/index.ts', object: {} },
    { path: 'src/pages', object: { entries: [{ path: 'src/pages/a.tsx' }] } },
  ]);
});

it('reads history page by page, by path as well', async () => {
  const history = (args: string) =>
    `object(expression: "feature") { ... on Commit { history(${args}) { totalCount pageInfo { hasNextPage endCursor } nodes { messageHeadline messageBody author { name email user { login } } parents(first: 1) { totalCount } } } } }`;
  const first = (await shop(history('first: 1'))).object.history;
  expect(first).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true, endCursor: `${filled.headSha} 0` },
    nodes: [
      {
        messageHeadline: 'Add a module',
        messageBody: 'With a body.',
        author: {
          name: 'Mel',
          email: 'mel@acme.example',
          user: { login: 'mel' },
        },
        parents: { totalCount: 1 },
      },
    ],
  });
  const second = (
    await shop(history(`first: 1, after: "${first.pageInfo.endCursor}"`))
  ).object.history;
  expect(second.nodes[0].messageHeadline).toBe('First commit');
  expect(second.pageInfo.hasNextPage).toBe(false);
  const ofPath = (await shop(history('first: 9, path: "src/new.ts"'))).object
    .history;
  expect(ofPath).toMatchObject({
    totalCount: 1,
    nodes: [{ messageHeadline: 'Add a module' }],
  });
  const last = (await shop(history('last: 1'))).object.history;
  expect(last.nodes[0].messageHeadline).toBe('First commit');
});

it('lists refs, and compares them', async () => {
  const { heads, tags, ref } = await shop(`
    heads: refs(refPrefix: "refs/heads/", first: 9) { nodes { name prefix } }
    tags: refs(refPrefix: "refs/tags/", first: 9, orderBy: {field: TAG_COMMIT_DATE, direction: DESC}) { nodes { name target { oid } } }
    ref(qualifiedName: "main") { compare(headRef: "feature") { aheadBy behindBy status commits(first: 9) { totalCount nodes { oid } } } }
  `);
  expect(heads.nodes).toEqual([
    { name: 'feature', prefix: 'refs/heads/' },
    { name: 'main', prefix: 'refs/heads/' },
  ]);
  expect(tags.nodes).toEqual([{ name: 'v1', target: { oid: filled.main } }]);
  expect(ref.compare).toEqual({
    aheadBy: 1,
    behindBy: 0,
    status: 'AHEAD',
    commits: { totalCount: 1, nodes: [{ oid: filled.headSha }] },
  });
});

it('works out languages, licence, code owners', async () => {
  expect(
    await shop(`
      primaryLanguage { name color }
      languages(first: 9, orderBy: {field: SIZE, direction: DESC}) { totalSize edges { size node { name } } }
      licenseInfo { key spdxId }
      codeowners { errors { kind line column path } }
    `),
  ).toEqual({
    primaryLanguage: { name: 'TypeScript', color: '#3178c6' },
    languages: {
      totalSize: 41,
      edges: [
        { size: 31, node: { name: 'TypeScript' } },
        { size: 10, node: { name: 'Shell' } },
      ],
    },
    licenseInfo: { key: 'mit', spdxId: 'MIT' },
    codeowners: {
      errors: [
        { kind: 'Unknown owner', line: 1, column: 16, path: 'CODEOWNERS' },
      ],
    },
  });
});
