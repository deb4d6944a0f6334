import fs from 'node:fs';
import path from 'node:path';
import { inspectPortalConfig } from '../config/loadPortalConfig';
import { formatProblems } from '../problems/formatProblems';
import { dataDirectoryProblems } from '../start/dataDirectoryProblems';
import { createEnvironment } from '../testing/createEnvironment';
import { shippedRoot } from '../testing/shippedRoot';
import { fileRefusals } from './__testUtils__/fileRefusals';
import { SECRET } from './__testUtils__/Refusal';
import { selectionRefusals } from './__testUtils__/selectionRefusals';
import { variableRefusals } from './__testUtils__/variableRefusals';

jest.setTimeout(60_000);

it.each([...selectionRefusals, ...variableRefusals, ...fileRefusals])(
  'refuses $title',
  async refusal => {
    const root = shippedRoot(refusal.files ?? {});
    const env = Object.fromEntries(
      Object.entries(refusal.env ?? {}).map(([name, value]) => [
        name,
        value.replace('ROOT', root),
      ]),
    );
    const before = fs.readdirSync(root).sort();
    const { problems } = await inspectPortalConfig(
      createEnvironment(root, env, {
        presets: refusal.presets,
        envFile: refusal.envFile,
      }),
    );

    expect(problems.map(({ code }) => code)).toEqual(
      refusal.report.map(([code]) => code),
    );
    problems.forEach((problem, index) => {
      const text = formatProblems({ title: '', problems: [problem] });
      for (const part of refusal.report[index].slice(1)) {
        expect(text).toContain(part);
      }
      expect(problem.remedy).not.toBe('');
    });
    expect(JSON.stringify(problems)).not.toContain(SECRET);
    expect(fs.readdirSync(root).sort()).toEqual(before);
  },
);

it.each([
  ['below a file', 'FILE/data'],
  ['that is a file', 'FILE'],
  ['of the kernel', '/proc/callboard'],
])('refuses a data directory %s', async (_, directory) => {
  const file = path.join(shippedRoot({ file: '' }), 'file');
  const [problem, ...others] = await dataDirectoryProblems(
    directory.replace('FILE', file),
  );
  expect(problem).toMatchObject({
    code: 'data-directory',
    problem: 'the data directory cannot be written',
  });
  expect(others).toEqual([]);
});

it('has no objection to a data directory that can be made', async () => {
  const directory = path.join(shippedRoot(), 'a', 'b');
  expect(await dataDirectoryProblems(directory)).toEqual([]);
  expect(fs.existsSync(directory)).toBe(false);
});
