import { issueToken } from '../../access/issueToken';
import { failOnErrors } from '../__testUtils__/failOnErrors';
import { runQuery } from '../__testUtils__/runQuery';
import { startFilledSandbox } from '../__testUtils__/startFilledSandbox';

let started: Awaited<ReturnType<typeof startFilledSandbox>>;
beforeEach(async () => {
  started = await startFilledSandbox();
});
afterEach(async () => {
  failOnErrors(started);
  await started.sandbox.stop();
});

describe('what may not be', () => {
  it.each([
    [
      'createRef',
      () => ({
        repositoryId: started.ids.repository,
        name: 'refs/heads/x',
        oid: started.filled.main,
      }),
    ],
    ['mergePullRequest', () => ({ pullRequestId: started.ids.pull })],
    ['closeIssue', () => ({ issueId: started.ids.issue })],
    [
      'addLabelsToLabelable',
      () => ({ labelableId: started.ids.issue, labelIds: [started.ids.label] }),
    ],
  ])('%s by somebody without the role', async (name, input) => {
    const { data, errors } = await started.mutate(name, input(), '', 'oscar');
    expect(data).toEqual({ [name]: null });
    expect(errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        path: [name],
        message: `oscar does not have the correct permissions to execute \`${
          name[0].toUpperCase() + name.slice(1)
        }\``,
      },
    ]);
  });

  it('changes by an installation without the permission', async () => {
    const token = issueToken({
      sandbox: started.sandbox.sandbox,
      kind: 'installation',
      values: {
        installationId: started.sandbox.installation.id,
        permissions: { metadata: 'read', issues: 'read' },
      },
    }).secret;
    const { body } = await runQuery(started.sandbox, {
      query: `mutation { addComment(input: { subjectId: "${started.ids.issue}", body: "x" }) { clientMutationId } }`,
      token,
    });
    expect(body.errors).toMatchObject([
      { type: 'FORBIDDEN', message: 'Resource not accessible by integration' },
    ]);
  });

  it('an id of another type', async () => {
    const { errors } = await started.mutate(
      'closeIssue',
      { issueId: started.ids.pull },
      '',
    );
    expect(errors).toMatchObject([
      {
        type: 'NOT_FOUND',
        message: `Could not resolve to an Issue node with the global id of '${started.ids.pull}'.`,
      },
    ]);
  });

  it('the default branch gone', async () => {
    const { errors } = await started.mutate(
      'deleteRef',
      { refId: started.ids.main },
      '',
    );
    expect(errors[0].message).toBe('Cannot delete the default branch');
  });

  it('a change of what is archived', async () => {
    started.sandbox.shop.archived = true;
    const { errors } = await started.mutate(
      'addComment',
      { subjectId: started.ids.issue, body: 'x' },
      '',
    );
    expect(errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        message: 'Repository was archived so is read-only.',
      },
    ]);
  });

  it('a commit on a protected branch, or of a file that is not there', async () => {
    const input = {
      branch: { id: started.ids.main },
      message: { headline: 'x' },
      expectedHeadOid: started.filled.main,
      fileChanges: { deletions: [{ path: 'nope' }] },
    };
    const missing = await started.mutate('createCommitOnBranch', input, '');
    expect(missing.errors[0].message).toContain(
      'A path was requested for deletion which does not exist',
    );
    started.sandbox.shop.branchProtection = {
      main: { required_pull_request_reviews: {} },
    };
    const refused = await started.mutate(
      'createCommitOnBranch',
      { ...input, fileChanges: { deletions: [{ path: 'README.md' }] } },
      '',
      'mel',
    );
    expect(refused.errors[0].type).toBe('UNPROCESSABLE');
    expect(refused.errors[0].message).toMatch(/pull request/);
  });
});
