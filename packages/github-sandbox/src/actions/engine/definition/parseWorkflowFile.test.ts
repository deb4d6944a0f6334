import { parseWorkflowFile } from './parseWorkflowFile';

const PATH = '.github/workflows/ci.yml';

const tree = (files: Record<string, string>) =>
  new Map(
    Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]),
  );

async function parse(content: string, others: Record<string, string> = {}) {
  return parseWorkflowFile({
    path: PATH,
    sha: 'abc',
    files: tree({ [PATH]: content, ...others }),
  });
}

const call = (...uses: string[]) =>
  `on: push\njobs:\n  a:\n    ${uses.join('\n    ')}\n`;
const REUSABLE =
  'on:\n  workflow_call:\n    inputs: {who: {type: string, required: true}}\njobs:\n  b:\n    runs-on: ubuntu-latest\n    steps: [{run: echo}]\n';

describe('parseWorkflowFile', () => {
  it('reads a valid file', async () => {
    await expect(
      parse(
        'on: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.ref }}\n',
      ),
    ).resolves.toMatchObject({
      outcome: 'valid',
      workflow: {
        name: PATH,
        on: { push: {} },
        jobs: [{ id: 'build', if: 'success()', steps: [{ if: 'success()' }] }],
      },
    });
  });

  it.each([
    [
      'an unknown key',
      'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - rn: echo\n',
      `Invalid workflow file: ${PATH}#L6`,
      `The workflow is not valid. ${PATH} (Line: 6, Col: 9): Unexpected value 'rn'`,
    ],
    [
      'not YAML',
      'on: [push\njobs: }\n',
      `Invalid workflow file: ${PATH}`,
      'You have an error in your yaml syntax on line',
    ],
    [
      'an empty file',
      '',
      `Invalid workflow file: ${PATH}#L1`,
      'No event triggers',
    ],
    [
      'no runs-on',
      'on: push\njobs:\n  build:\n    steps:\n      - run: echo\n',
      `Invalid workflow file: ${PATH}#L4`,
      'Required property is missing: runs-on',
    ],
    [
      'a job that nobody knows',
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{run: echo}]\n  b:\n    needs: c\n    runs-on: ubuntu-latest\n    steps: [{run: echo}]\n',
      `Invalid workflow file: ${PATH}#L7`,
      "Job 'b' depends on unknown job 'c'.",
    ],
    [
      'an unknown context',
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ foo.bar }}\n',
      `Invalid workflow file: ${PATH}#L6`,
      `The workflow is not valid. ${PATH} (Line: 6, Col: 14): Unrecognized named-value: 'foo'. Located at position 1 within expression: foo.bar`,
    ],
    [
      'an unknown function below other lines',
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n          echo ${{ github.ref }}\n          echo ${{ github.sha && nope(1) }}\n',
      `Invalid workflow file: ${PATH}#L8`,
      "Unrecognized function: 'nope'. Located at position 15 within expression: github.sha && nope(1)",
    ],
    [
      'a workflow that is not there',
      'on: push\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n',
      `Invalid workflow file: ${PATH}#L4`,
      `-> "./.github/workflows/b.yml"\n: workflow was not found.`,
    ],
  ])('refuses %s', async (_case, content, title, message) => {
    await expect(parse(content)).resolves.toMatchObject({
      outcome: 'invalid',
      title: expect.stringContaining(title),
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [
      'no workflow_call',
      'uses: ./.github/workflows/b.yml',
      'on: push\njobs: {b: {runs-on: ubuntu-latest, steps: [{run: echo}]}}\n',
      'workflow is not reusable as it is missing a `on.workflow_call` trigger',
    ],
    [
      'a missing input',
      'uses: ./.github/workflows/b.yml',
      REUSABLE,
      'Input who is required, but not provided while calling.',
    ],
    [
      'an input too many',
      'uses: ./.github/workflows/b.yml\n    with: {who: a, x: b}',
      REUSABLE,
      'Invalid input, x is not defined in the referenced workflow.',
    ],
    [
      'a bad called file',
      'uses: ./.github/workflows/b.yml',
      'on: workflow_call\njobs: {b: {steps: []}}\n',
      '(source branch with sha:abc)\n: (Line: 2, Col: 11): Required property is missing: runs-on',
    ],
    [
      'a loop',
      'uses: ./.github/workflows/b.yml',
      'on: workflow_call\njobs: {b: {uses: ./.github/workflows/ci.yml}}\n',
      'loops are not permitted',
    ],
  ])('refuses a call with %s', async (_case, uses, called, message) => {
    await expect(
      parse(call(uses), { '.github/workflows/b.yml': called }),
    ).resolves.toMatchObject({
      outcome: 'invalid',
      message: expect.stringContaining(message),
    });
  });

  it('reads a workflow of another repository', async () => {
    const options = {
      path: PATH,
      sha: 'abc',
      files: tree({
        [PATH]: call(
          'uses: acme/flows/.github/workflows/b.yml@v1',
          'with: {who: me}',
        ),
      }),
    };
    await expect(
      parseWorkflowFile({
        ...options,
        otherFiles: async ({ repository, ref }) =>
          repository === 'acme/flows' && ref === 'v1'
            ? tree({ '.github/workflows/b.yml': REUSABLE })
            : undefined,
      }),
    ).resolves.toMatchObject({
      outcome: 'valid',
      workflow: { jobs: [{ uses: { workflow: { jobs: [{ id: 'b' }] } } }] },
    });
    await expect(parseWorkflowFile(options)).resolves.toMatchObject({
      outcome: 'invalid',
      message: expect.stringContaining('workflow was not found.'),
    });
  });
});
