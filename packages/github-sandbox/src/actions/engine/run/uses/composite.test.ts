import { plainLog, runSteps } from '../../__testUtils__/runWorkflow';

const ACTION = [
  'name: Greet',
  'description: Greets',
  'inputs:',
  '  who: {description: Who, required: true}',
  '  mark: {description: Mark, default: "!"}',
  'outputs:',
  '  text: {description: Text, value: "${{ steps.say.outputs.text }}"}',
  'runs:',
  '  using: composite',
  '  steps:',
  '    - id: say',
  '      shell: bash',
  '      run: |',
  '        echo "text=Hello ${{ inputs.who }}${{ inputs.mark }}" >> $GITHUB_OUTPUT',
  '        echo "PLACE=here" >> $GITHUB_ENV',
  '        echo "at $GITHUB_ACTION_PATH $LEVEL"',
  "    - if: inputs.who == 'nobody'",
  '      shell: bash',
  '      run: exit 7',
  '    - shell: bash',
  '      run: echo after',
  '',
].join('\n');

describe('composite actions', () => {
  it('runs a local composite action', async () => {
    const { run, job } = await runSteps(
      [
        '- uses: actions/checkout@v4',
        '- id: greet',
        '  name: Greet',
        '  uses: ./greet',
        '  env: {LEVEL: high}',
        '  with: {Who: world}',
        '- name: After',
        '  run: echo "${{ steps.greet.outputs.text }} $PLACE"',
        '- name: Nobody',
        '  uses: ./greet',
        '  with: {who: nobody}',
      ].join('\n'),
      { files: { 'greet/action.yml': ACTION } },
    );
    expect(plainLog(job, 'Greet')).toContain(
      '\nat /home/runner/work/shop/shop/greet high\n',
    );
    expect(plainLog(job, 'After')).toContain('\nHello world! here\n');
    expect(run).toBe('failure');
    expect(plainLog(job, 'Nobody')).toContain('exit code 7');
    expect(plainLog(job, 'Nobody')).not.toContain('\nafter\n');
  });

  it('runs a composite action of another repository', async () => {
    const { job } = await runSteps(
      '- id: greet\n  uses: acme/actions/greet@v1\n  with: {who: team}\n- name: After\n  run: echo "${{ steps.greet.outputs.text }}"',
      {
        job: {
          files: async ({ repository, ref }) =>
            repository === 'acme/actions' && ref === 'v1'
              ? new Map([['greet/action.yml', Buffer.from(ACTION)]])
              : undefined,
        },
      },
    );
    expect(plainLog(job, 'After')).toContain('\nHello team!\n');
  });

  it('runs only composite actions', async () => {
    const { job } = await runSteps(
      '- uses: actions/checkout@v4\n- name: Node\n  uses: ./node\n- name: Bad\n  uses: ./bad\n  if: always()',
      {
        files: {
          'node/action.yml':
            'name: N\ndescription: N\nruns: {using: node20, main: index.js}\n',
          'bad/action.yml': 'name: B\nruns: {using: composite}\n',
        },
      },
    );
    expect(plainLog(job, 'Node')).toContain("'./node' uses 'node20'");
    expect(plainLog(job, 'Bad')).toContain('##[error]/home/runner/work/');
  });
});
