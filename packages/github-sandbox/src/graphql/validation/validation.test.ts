import { runQuery } from '../__testUtils__/runQuery';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { failOnErrors } from '../__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

describe('a query that is not valid', () => {
  it.each([
    [
      'an unknown field',
      '{ viewer { foo } }',
      {
        path: ['query', 'viewer', 'foo'],
        extensions: {
          code: 'undefinedField',
          typeName: 'User',
          fieldName: 'foo',
        },
        locations: [{ line: 1, column: 12 }],
        message: "Field 'foo' doesn't exist on type 'User'",
      },
    ],
    [
      'an unknown argument',
      'query q { viewer { login(x: 1) } }',
      {
        path: ['query q', 'viewer', 'login', 'x'],
        extensions: {
          code: 'argumentNotAccepted',
          name: 'login',
          typeName: 'Field',
          argumentName: 'x',
        },
        locations: [{ line: 1, column: 26 }],
        message: "Field 'login' doesn't accept argument 'x'",
      },
    ],
    [
      'a missing argument',
      '{ user { login } }',
      {
        path: ['query', 'user'],
        extensions: {
          code: 'missingRequiredArguments',
          className: 'Field',
          name: 'user',
          arguments: 'login',
        },
        locations: [{ line: 1, column: 3 }],
        message: "Field 'user' is missing required arguments: login",
      },
    ],
    [
      'no selection',
      '{ viewer }',
      {
        path: ['query', 'viewer'],
        extensions: {
          code: 'selectionMismatch',
          nodeName: "field 'viewer'",
          typeName: 'User',
        },
        locations: [{ line: 1, column: 3 }],
        message:
          "Field must have selections (field 'viewer' returns User but has no selections. Did you mean 'viewer { ... }'?)",
      },
    ],
    [
      'a variable that is not used',
      'query ($x: Int) { viewer { login } }',
      {
        path: ['query'],
        extensions: { code: 'variableNotUsed', variableName: 'x' },
        locations: [{ line: 1, column: 8 }],
        message: 'Variable $x is declared by anonymous query but not used',
      },
    ],
    [
      'a fragment that is not there',
      '{ viewer { ...f } }',
      {
        path: ['query', 'viewer', '... f'],
        extensions: { code: 'useAndDefineFragment', fragmentName: 'f' },
        locations: [{ line: 1, column: 15 }],
        message: 'Fragment f was used, but not defined',
      },
    ],
  ])('says as GitHub does: %s', async (_name, query, error) => {
    const { status, body } = await runQuery(sandbox, { query });
    expect(status).toBe(200);
    expect(body).toEqual({ errors: [error] });
  });

  it('says where it could not be read', async () => {
    const { status, body } = await runQuery(sandbox, { query: '{ viewer {' });
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(body.errors[0]).toMatchObject({
      message: 'Parse error: expected Name, actual: end of file at [1, 11]',
      locations: [{ line: 1, column: 11 }],
    });
  });

  it.each([
    [
      'null for what may not be null',
      { input: { subjectId: 'x' } },
      'Variable $input of type AddCommentInput! was provided invalid value for body (Expected value to not be null)',
    ],
    [
      'an unknown field of an input',
      { input: { subjectId: 'x', body: 'y', z: 1 } },
      'Variable $input of type AddCommentInput! was provided invalid value for z (Field is not defined on AddCommentInput)',
    ],
    [
      'nothing',
      {},
      'Variable $input of type AddCommentInput! was provided invalid value',
    ],
    [
      'the wrong scalar',
      { input: { subjectId: 'x', body: 1 } },
      'Variable $input of type AddCommentInput! was provided invalid value for body (Could not coerce value 1 to String)',
    ],
  ])('tells of variables: %s', async (_name, variables, message) => {
    const { body } = await runQuery(sandbox, {
      query:
        'mutation ($input: AddCommentInput!) { addComment(input: $input) { clientMutationId } }',
      variables,
    });
    expect(body.errors[0].message).toBe(message);
    expect(body.data).toBeUndefined();
  });
});
