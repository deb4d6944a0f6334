import {
  plainLog,
  runSteps,
  runWorkflow,
} from '../../__testUtils__/runWorkflow';
import type { CacheStore } from '../types';

describe('artifacts and caches', () => {
  it('hands artifacts from job to job', async () => {
    const { conclusion, jobs } = await runWorkflow({
      workflow: [
        'on: push',
        'jobs:',
        '  build:',
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - run: mkdir -p dist/js && echo one > dist/js/a.js && echo map > dist/js/a.js.map && echo hidden > dist/.hidden && echo two > two.txt',
        '      - uses: actions/upload-artifact@v4',
        '        with: {name: site, path: "dist\\n!dist/**/*.map", retention-days: 5}',
        '      - uses: actions/upload-artifact@v4',
        '        with: {name: one, path: two.txt}',
        '      - name: None',
        '        uses: actions/upload-artifact@v4',
        '        with: {name: none, path: "*.none"}',
        '      - name: Strict',
        '        uses: actions/upload-artifact@v4',
        '        continue-on-error: true',
        '        with: {name: strict, path: "*.none", if-no-files-found: error}',
        '      - name: Again',
        '        uses: actions/upload-artifact@v4',
        '        continue-on-error: true',
        '        with: {name: one, path: two.txt}',
        '  use:',
        '    needs: build',
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - uses: actions/download-artifact@v4',
        '        with: {name: site, path: in}',
        '      - name: All',
        '        uses: actions/download-artifact@v4',
        '        with: {path: all}',
        '      - name: Look',
        '        run: find in all -type f | sort; cat in/js/a.js',
        '',
      ].join('\n'),
    });
    expect(conclusion).toBe('success');
    expect(
      jobs.build.artifacts.map(({ name, files, retentionDays }) => [
        name,
        [...files.keys()],
        retentionDays,
      ]),
    ).toEqual([
      ['site', ['js/a.js'], 5],
      ['one', ['two.txt'], undefined],
    ]);
    expect(plainLog(jobs.build, 'None')).toContain('##[warning]No files were');
    expect(plainLog(jobs.build, 'Strict')).toContain('##[error]No files were');
    expect(plainLog(jobs.build, 'Again')).toContain('(409) Conflict');
    expect(plainLog(jobs.use, 'Look')).toContain(
      '\nall/one/two.txt\nall/site/js/a.js\nin/js/a.js\none\n',
    );
  });

  it('caches by key', async () => {
    const kept = new Map<string, Map<string, Buffer>>();
    const cache: CacheStore = {
      restore: async ({ keys: [exact, ...prefixes] }) => {
        const key = kept.has(exact)
          ? exact
          : [...kept.keys()].find(name =>
              prefixes.some(prefix => name.startsWith(prefix)),
            );
        return key ? { key, files: kept.get(key) ?? new Map() } : undefined;
      },
      save: async ({ key, files }) => {
        kept.set(key, files);
      },
    };
    const steps = (file: string) =>
      [
        '- uses: actions/checkout@v4',
        '- id: cache',
        '  name: Cache',
        '  uses: actions/cache@v4',
        '  with:',
        '    path: ~/.npm',
        `    key: npm-\${{ hashFiles('${file}') }}`,
        '    restore-keys: npm-',
        '- name: Look',
        '  run: echo "[${{ steps.cache.outputs.cache-hit }}]"; cat ~/.npm/x || true; mkdir -p ~/.npm; echo kept > ~/.npm/x',
      ].join('\n');
    const files = { 'a.lock': 'a', 'b.lock': 'b' };
    const first = await runSteps(steps('a.lock'), { files, job: { cache } });
    expect(plainLog(first.job, 'Look')).toContain('\n[]\n');
    expect(plainLog(first.job, 'Post Cache')).toContain(
      'Cache saved with key: npm-',
    );
    const second = await runSteps(steps('a.lock'), { files, job: { cache } });
    expect(plainLog(second.job, 'Look')).toContain('\n[true]\nkept\n');
    expect(plainLog(second.job, 'Post Cache')).toContain('not saving cache.');
    const third = await runSteps(steps('b.lock'), { files, job: { cache } });
    expect(plainLog(third.job, 'Look')).toContain('\n[false]\nkept\n');
    expect([...kept.keys()]).toEqual([
      expect.stringMatching(/^npm-[0-9a-f]{64}$/),
      expect.stringMatching(/^npm-[0-9a-f]{64}$/),
    ]);
  });
});
