import { startTestSandbox } from '../../testing/startTestSandbox';
import { fillShop } from '../__testUtils__/fillShop';
import { runQuery } from '../__testUtils__/runQuery';
import { failOnErrors } from '../__testUtils__/failOnErrors';

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

it('finds repositories, issues and people', async () => {
  const { body } = await runQuery(sandbox, {
    query: `{
      repositories: search(query: "org:acme shop in:name", type: REPOSITORY, first: 9) { repositoryCount nodes { ... on Repository { name } } }
      hidden: search(query: "org:acme vault", type: REPOSITORY, first: 9) { repositoryCount }
      issues: search(query: "repo:acme/shop is:open is:pr author:mel", type: ISSUE, first: 9) { issueCount edges { node { __typename ... on PullRequest { number } } } }
      users: search(query: "ol type:user", type: USER, first: 9) { userCount nodes { ... on User { login } } }
      nowhere: search(query: "repo:no/where", type: REPOSITORY, first: 9) { repositoryCount }
    }`,
    as: 'oscar',
  });
  expect(body).toEqual({
    data: {
      repositories: { repositoryCount: 1, nodes: [{ name: 'shop' }] },
      hidden: { repositoryCount: 0 },
      issues: {
        issueCount: 1,
        edges: [{ node: { __typename: 'PullRequest', number: 2 } }],
      },
      users: { userCount: 1, nodes: [{ login: 'olivia' }] },
      nowhere: { repositoryCount: 0 },
    },
  });
});

it('finds things by address', async () => {
  const { body } = await runQuery(sandbox, {
    query: `{
      pull: resource(url: "${sandbox.url}/acme/shop/pull/2") { __typename }
      commit: resource(url: "/acme/shop/commit/${filled.main}") { __typename url }
      nothing: resource(url: "/acme/nope") { __typename }
    }`,
  });
  expect(body.data).toEqual({
    pull: { __typename: 'PullRequest' },
    commit: {
      __typename: 'Commit',
      url: `${sandbox.url}/acme/shop/commit/${filled.main}`,
    },
    nothing: null,
  });
});
