import {
  contexts,
  finish,
  job,
  keys,
  plan,
  record,
  workflow,
} from '../__testUtils__/schedule';
import { advanceRun } from './advanceRun';
import { needsOf } from './needsOf';

describe('advanceRun with matrices and called workflows', () => {
  it('names the legs of a matrix and stops them at the first failure', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job(
          'build',
          'strategy:',
          '  matrix:',
          '    node: [18, 20]',
          '    os: [ubuntu-latest]',
        ),
        job('named', 'name: Test', 'strategy: {matrix: {v: [1]}}'),
        job(
          'free',
          'name: "Test ${{ matrix.v }}"',
          'strategy: {matrix: {v: [1]}}',
        ),
      ),
    });
    const { start } = advanceRun({ plan: planned, contexts, jobs: [] });
    expect(start.map(({ key, name }) => [key, name])).toEqual([
      ['build (18, ubuntu-latest)', 'build (18, ubuntu-latest)'],
      ['build (20, ubuntu-latest)', 'build (20, ubuntu-latest)'],
      ['named (1)', 'Test (1)'],
      ['free (1)', 'Test 1'],
    ]);
    expect(start[1]).toMatchObject({
      matrix: { node: 20, os: 'ubuntu-latest' },
      strategy: { jobIndex: 1, jobTotal: 2, maxParallel: 2, failFast: true },
    });
    const progress = advanceRun({
      plan: planned,
      contexts,
      jobs: [
        record(start[0], 'completed', { conclusion: 'failure' }),
        record(start[1], 'in_progress'),
      ],
    });
    expect(progress.cancel).toEqual(['build (20, ubuntu-latest)']);
  });

  it('holds legs back for max-parallel', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job(
          'a',
          'strategy: {max-parallel: 1, fail-fast: false, matrix: {v: [1, 2, 3]}}',
        ),
      ),
    });
    const first = advanceRun({ plan: planned, contexts, jobs: [] });
    expect([keys(first.start), keys(first.waiting)]).toEqual([
      ['a (1)'],
      ['a (2)', 'a (3)'],
    ]);
    const second = advanceRun({
      plan: planned,
      contexts,
      jobs: [
        record(first.start[0], 'completed', { conclusion: 'failure' }),
        ...first.waiting.map(leg => record(leg, 'waiting')),
      ],
    });
    expect([keys(second.start), keys(second.waiting), second.cancel]).toEqual([
      ['a (2)'],
      [],
      [],
    ]);
  });

  it('makes a matrix of an output', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('list'),
        job(
          'each',
          'needs: list',
          'strategy: {matrix: {v: "${{ fromJSON(needs.list.outputs.v) }}"}}',
        ),
      ),
    });
    const [list] = advanceRun({ plan: planned, contexts, jobs: [] }).start;
    const ended = (v: string) =>
      advanceRun({
        plan: planned,
        contexts,
        jobs: [
          record(list, 'completed', { conclusion: 'success', outputs: { v } }),
        ],
      });
    expect(keys(ended('["x","y"]').start)).toEqual(['each (x)', 'each (y)']);
    expect(ended('[]').failed).toMatchObject([
      { key: 'each', message: "Matrix vector 'v' does not contain any values" },
    ]);
    expect(ended('[]').conclusion).toBe('failure');
  });

  it('runs the jobs of a called workflow', async () => {
    const planned = await plan({
      'a.yml': [
        'on: push',
        'jobs:',
        '  call:',
        '    uses: ./.github/workflows/b.yml',
        '    with: {who: world}',
        '  after:',
        '    needs: call',
        '    runs-on: ubuntu-latest',
        '    steps: [{run: echo}]',
        '',
      ].join('\n'),
      'b.yml': [
        'on:',
        '  workflow_call:',
        '    inputs: {who: {type: string, required: true}, n: {type: number, default: 2}}',
        '    outputs: {greeting: {value: "${{ jobs.second.outputs.g }}!"}}',
        'jobs:',
        '  first:',
        '    runs-on: ubuntu-latest',
        '    steps: [{run: echo}]',
        '  second:',
        '    needs: first',
        '    runs-on: ubuntu-latest',
        '    steps: [{run: echo}]',
        '',
      ].join('\n'),
    });
    const [first] = advanceRun({ plan: planned, contexts, jobs: [] }).start;
    expect(first).toMatchObject({
      key: 'call / first',
      path: ['call', 'first'],
      inputs: { who: 'world', n: 2 },
    });
    const one = [record(first, 'completed', { conclusion: 'success' })];
    const [second] = advanceRun({ plan: planned, contexts, jobs: one }).start;
    expect(second.key).toBe('call / second');
    const two = [
      ...one,
      record(second, 'completed', {
        conclusion: 'success',
        outputs: { g: 'hello' },
      }),
    ];
    const [after] = advanceRun({ plan: planned, contexts, jobs: two }).start;
    expect(needsOf({ plan: planned, job: after, jobs: two, contexts })).toEqual(
      { call: { result: 'success', outputs: { greeting: 'hello!' } } },
    );
    expect(finish(planned, { 'call / first': 'failure' })).toEqual({
      conclusion: 'failure',
      jobs: {
        'call / first': 'failure',
        'call / second': 'skipped',
        after: 'skipped',
      },
    });
  });

  it('tells legs with the same name apart', async () => {
    const planned = await plan({
      'a.yml': workflow(
        job('a', 'strategy: {matrix: {include: [{v: 1}, {v: 1}]}}'),
      ),
    });
    expect(
      advanceRun({ plan: planned, contexts, jobs: [] }).start.map(
        ({ key, name }) => [key, name],
      ),
    ).toEqual([
      ['a (1)', 'a (1)'],
      ['a (1) #2', 'a (1)'],
    ]);
    expect(finish(planned, { 'a (1) #2': 'failure' }).conclusion).toBe(
      'failure',
    );
  });

  it('calls a workflow for each leg of a matrix', async () => {
    const planned = await plan({
      'a.yml':
        'on: push\njobs:\n  call:\n    strategy: {matrix: {to: [a, b]}}\n    uses: ./.github/workflows/b.yml\n',
      'b.yml': `on: workflow_call\njobs:\n${job('x')}${job('y', 'needs: x')}`,
    });
    expect(finish(planned, { 'call (a) / x': 'failure' })).toEqual({
      conclusion: 'failure',
      jobs: {
        'call (a) / x': 'failure',
        'call (a) / y': 'skipped',
        'call (b) / x': 'success',
        'call (b) / y': 'success',
      },
    });
  });
});
