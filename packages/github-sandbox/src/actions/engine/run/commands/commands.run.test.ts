import { plainLog, runSteps } from '../../__testUtils__/runWorkflow';

describe('what a step writes', () => {
  it('hands values on through files', async () => {
    const { run, job } = await runSteps(
      [
        '- id: first',
        '  run: |',
        '    echo "GREETING=hello" >> "$GITHUB_ENV"',
        '    echo "n=4" >> $GITHUB_OUTPUT',
        '    echo "text<<EOF" >> $GITHUB_OUTPUT',
        '    printf "a\\nb\\n" >> $GITHUB_OUTPUT',
        '    echo "EOF" >> $GITHUB_OUTPUT',
        '    echo "### Done" >> $GITHUB_STEP_SUMMARY',
        '    mkdir -p /opt/tool && echo "/opt/tool" >> $GITHUB_PATH',
        '- name: Second',
        '  env: {N: "${{ steps.first.outputs.n }}", WHO: world}',
        '  run: |',
        '    echo "$GREETING $WHO $N ${{ env.GREETING }} ${{ steps.first.outcome }}"',
        '    test "${{ steps.first.outputs.text }}" = "$(printf "a\\nb")"',
        '    case $PATH in /opt/tool:*) echo path;; esac',
      ].join('\n'),
      { settings: 'outputs:\n  n: ${{ steps.first.outputs.n }}' },
    );
    expect(run).toBe('success');
    expect(plainLog(job, 'Second')).toContain(
      'hello world 4 hello success\npath\n',
    );
    expect(job.outputs).toEqual({ n: '4' });
    expect(job.summary).toBe('### Done\n');
  });

  it('refuses what is no value', async () => {
    const { run, job } = await runSteps(
      '- name: Bad\n  run: echo "no value" >> $GITHUB_OUTPUT',
    );
    expect(run).toBe('failure');
    expect(plainLog(job, 'Bad')).toContain(
      "##[error]Unable to process file command 'output' successfully.\n##[error]Invalid format 'no value'",
    );
  });

  it('does what workflow commands say', async () => {
    const { job } = await runSteps(
      [
        '- id: c',
        '  name: Commands',
        '  run: |',
        '    echo "::error file=src/a.ts,line=3,endLine=4,title=Lint::bad"',
        '    echo "::warning::careful"',
        '    echo "::notice::look"',
        '    echo "::group::Inside"',
        '    echo inside',
        '    echo "::endgroup::"',
        '    echo "::add-mask::hunter2"',
        '    echo "it is hunter2"',
        '    echo "::debug::quiet"',
        '    echo "::set-output name=old::way"',
        '    echo "::stop-commands::pause"',
        '    echo "::error::not one"',
        '    echo "::pause::"',
        '- run: echo ${{ steps.c.outputs.old }} > /tmp/x; cat /tmp/x',
        '  name: Old',
      ].join('\n'),
    );
    const log = plainLog(job, 'Commands')
      .split('##[endgroup]\n')
      .slice(1)
      .join('');
    expect(log).toContain(
      '##[error]bad\n##[warning]careful\n##[notice]look\n##[group]Inside\ninside\n',
    );
    expect(log).toContain('it is ***\n');
    expect(log).not.toContain('quiet');
    expect(plainLog(job, 'Old')).toContain('\nway\n');
    expect(
      job.annotations.map(({ level, path, message }) => [level, path, message]),
    ).toEqual([
      ['failure', 'src/a.ts', 'bad'],
      ['warning', '.github', 'careful'],
      ['notice', '.github', 'look'],
      ['warning', '.github', expect.stringContaining('set-output')],
    ]);
    expect(job.annotations[0]).toMatchObject({
      startLine: 3,
      endLine: 4,
      title: 'Lint',
    });
    expect(job.conclusion).toBe('success');
  });

  it('masks secrets, however they are written', async () => {
    const { job } = await runSteps(
      [
        '- name: Leak',
        '  env: {TOKEN: "${{ secrets.DEPLOY }}", GH: "${{ github.token }}"}',
        '  run: |',
        '    echo "$TOKEN $GH ${{ secrets.DEPLOY }}"',
        '    echo -n "$TOKEN" | base64',
        '    echo "x=$TOKEN" >> $GITHUB_OUTPUT',
        '    echo "$TOKEN" >> $GITHUB_STEP_SUMMARY',
        '  id: leak',
      ].join('\n'),
      {
        secrets: { DEPLOY: 's3cret value' },
        settings: 'outputs:\n  x: ${{ steps.leak.outputs.x }}',
      },
    );
    const everything = JSON.stringify(job);
    expect(everything).not.toContain('s3cret');
    expect(everything).not.toContain('ghs_sandboxtoken');
    expect(everything).not.toContain(
      Buffer.from('s3cret value').toString('base64'),
    );
    expect(plainLog(job, 'Leak')).toContain('*** *** ***\n***\n');
    expect(job.outputs).toEqual({});
    expect(plainLog(job, 'Complete job')).toContain(
      "Skip output 'x' since it may contain secret.",
    );
  });
});
