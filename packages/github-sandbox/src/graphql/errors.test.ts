import { runQuery } from './__testUtils__/runQuery';
import { startTestSandbox } from '../testing/startTestSandbox';
import { failOnErrors } from './__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

describe('what is not there', () => {
  it.each([
    [
      '{ repository(owner: "acme", name: "nope") { id } }',
      'repository',
      "Could not resolve to a Repository with the name 'acme/nope'.",
    ],
    [
      '{ organization(login: "nope") { id } }',
      'organization',
      "Could not resolve to an Organization with the login of 'nope'.",
    ],
    [
      '{ user(login: "acme") { id } }',
      'user',
      "Could not resolve to a User with the login of 'acme'.",
    ],
    [
      '{ node(id: "R_nope") { id } }',
      'node',
      "Could not resolve to a node with the global id of 'R_nope'.",
    ],
  ])('%s', async (query, field, message) => {
    const { status, body } = await runQuery(sandbox, { query });
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { [field]: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: [field],
          locations: [{ line: 1, column: 3 }],
          message,
        },
      ],
    });
  });

  it('is null where GitHub has null', async () => {
    const { body } = await runQuery(sandbox, {
      query:
        '{ repositoryOwner(login: "nope") { id } repository(owner: "acme", name: "shop") { ref(qualifiedName: "nope") { id } object(expression: "HEAD:nope") { oid } release(tagName: "nope") { id } } }',
    });
    expect(body).toEqual({
      data: {
        repositoryOwner: null,
        repository: { ref: null, object: null, release: null },
      },
    });
  });

  it('names the number of a missing issue', async () => {
    const { body } = await runQuery(sandbox, {
      query:
        '{ repository(owner: "acme", name: "shop") { pullRequest(number: 99) { id } } }',
    });
    expect(body.data).toEqual({ repository: { pullRequest: null } });
    expect(body.errors[0]).toMatchObject({
      type: 'NOT_FOUND',
      path: ['repository', 'pullRequest'],
      message: 'Could not resolve to a PullRequest with the number of 99.',
    });
  });
});

describe('a field that the sandbox does not cover', () => {
  it('is an error that names it, in the answer and in the log', async () => {
    const query =
      'query fields { repository(owner: "acme", name: "shop") { name discussionCategory(slug: "x") { id } } }';
    const { body } = await runQuery(sandbox, { query });
    expect(body.data).toEqual({
      repository: { name: 'shop', discussionCategory: null },
    });
    expect(body.errors).toMatchObject([
      {
        type: 'NOT_IMPLEMENTED',
        path: ['repository', 'discussionCategory'],
        message:
          "The sandbox does not cover the field 'Repository.discussionCategory'.",
      },
    ]);
    expect(sandbox.sandbox.requests.all().at(-1)).toMatchObject({
      route: 'POST /graphql',
      graphql: {
        query,
        errors: 1,
        notCovered: ['Repository.discussionCategory'],
      },
    });
  });
});
