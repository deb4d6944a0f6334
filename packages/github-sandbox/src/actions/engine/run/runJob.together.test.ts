import { plainLog, runWorkflow } from '../__testUtils__/runWorkflow';

describe('jobs together', () => {
  it('gives outputs to the jobs that need them, and matrix values to legs', async () => {
    const { conclusion, jobs } = await runWorkflow({
      workflow: [
        'on: push',
        'env: {TOP: top}',
        'jobs:',
        '  one:',
        '    runs-on: ubuntu-latest',
        '    outputs: {list: "${{ steps.x.outputs.list }}"}',
        '    steps:',
        '      - id: x',
        '        run: echo \'list=["a","b"]\' >> $GITHUB_OUTPUT',
        '  two:',
        '    needs: one',
        '    runs-on: ubuntu-latest',
        '    strategy: {matrix: {v: "${{ fromJSON(needs.one.outputs.list) }}"}}',
        '    env: {V: "${{ matrix.v }}"}',
        '    steps:',
        '      - name: Look',
        '        run: echo "$TOP $V ${{ needs.one.result }} ${{ strategy.job-index }}"',
        '',
      ].join('\n'),
    });
    expect(conclusion).toBe('success');
    expect(plainLog(jobs['two (b)'], 'Look')).toContain('\ntop b success 1\n');
  });

  it('gives a called workflow its inputs and the secrets that it is handed', async () => {
    const called = [
      'on:',
      '  workflow_call:',
      '    inputs: {who: {type: string}}',
      '    secrets: {key: {required: false}}',
      'jobs:',
      '  say:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - name: Look',
      '        run: test -n "${{ secrets.key }}" && echo key; test -n "${{ secrets.OTHER }}" && echo other; echo "${{ inputs.who }}$TOP"',
      '',
    ].join('\n');
    const caller = (secrets: string) =>
      `on: push\nenv: {TOP: top}\njobs:\n  call:\n    uses: ./.github/workflows/b.yml\n    with: {who: "\${{ github.actor }}"}\n    secrets: ${secrets}\n`;
    const look = async (secrets: string) => {
      const { jobs } = await runWorkflow({
        workflow: caller(secrets),
        files: { '.github/workflows/b.yml': called },
        secrets: { OTHER: 'o-secret', KEY: 'k-secret' },
      });
      return plainLog(jobs['call / say'], 'Look').split('##[endgroup]\n')[1];
    };
    expect(await look('{key: "${{ secrets.OTHER }}"}')).toBe('key\nada\n');
    expect(await look('inherit')).toBe('key\nother\nada\n');
  });
});
