import type { Issue } from '../../core/state';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
afterEach(() => stopCleanly(sandbox));

const repo = '/repos/acme/shop';

/** Merges a change as a pull request of mel or olivia. */
async function mergePull(options: {
  title: string;
  as: 'mel' | 'olivia';
  label?: string;
}) {
  const { title, as, label } = options;
  const branch = title.toLowerCase().replace(/\W+/g, '-');
  const main = await sandbox.call(`GET ${repo}/git/ref/heads/main`);
  await sandbox.call(`POST ${repo}/git/refs`, {
    as,
    body: { ref: `refs/heads/${branch}`, sha: main.body.object.sha },
  });
  await sandbox.call(`PUT ${repo}/contents/${branch}.txt`, {
    as,
    body: {
      message: title,
      branch,
      content: Buffer.from(title).toString('base64'),
    },
  });
  const pull = await sandbox.call(`POST ${repo}/pulls`, {
    as,
    body: { title, head: branch, base: 'main' },
  });
  const { number } = pull.body;
  if (label) {
    await sandbox.call(`POST ${repo}/issues/${number}/labels`, {
      as,
      body: { labels: [label] },
    });
  }
  const merged = await sandbox.call(`PUT ${repo}/pulls/${number}/merge`, {
    as,
  });
  expect(merged.status).toBe(200);
  return number as Issue['number'];
}

const notes = (body: object) =>
  sandbox.call(`POST ${repo}/releases/generate-notes`, { as: 'mel', body });

it('names what was merged since the previous tag, and who is new', async () => {
  sandbox = await startTestSandbox();
  const first = await mergePull({ title: 'Add a cart', as: 'mel' });
  const initial = await notes({ tag_name: 'v1' });
  const url = `${sandbox.url}/acme/shop`;
  expect(initial.body).toEqual({
    name: 'v1',
    body: [
      "## What's Changed",
      `* Add a cart by @mel in ${url}/pull/${first}`,
      '',
      '## New Contributors',
      `* @mel made their first contribution in ${url}/pull/${first}`,
      '',
      `**Full Changelog**: ${url}/commits/v1`,
    ].join('\n'),
  });

  await sandbox.call(`POST ${repo}/releases`, {
    as: 'mel',
    body: { tag_name: 'v1' },
  });
  const second = await mergePull({ title: 'Empty the cart', as: 'mel' });
  const third = await mergePull({ title: 'Pay', as: 'olivia' });
  const next = await notes({ tag_name: 'v2' });
  expect(next.body.body).toBe(
    [
      "## What's Changed",
      `* Empty the cart by @mel in ${url}/pull/${second}`,
      `* Pay by @olivia in ${url}/pull/${third}`,
      '',
      '## New Contributors',
      `* @olivia made their first contribution in ${url}/pull/${third}`,
      '',
      `**Full Changelog**: ${url}/compare/v1...v2`,
    ].join('\n'),
  );
});

it('sorts by the categories of .github/release.yml', async () => {
  sandbox = await startTestSandbox({
    files: {
      '.github/release.yml': [
        'changelog:',
        '  exclude: { labels: [chore] }',
        '  categories:',
        '    - { title: Fixes, labels: [bug] }',
      ].join('\n'),
    },
  });
  const fix = await mergePull({ title: 'Fix it', as: 'mel', label: 'bug' });
  await mergePull({ title: 'Tidy up', as: 'mel', label: 'chore' });
  const other = await mergePull({ title: 'Go on', as: 'mel' });
  const { body } = await notes({ tag_name: 'v1' });
  const url = `${sandbox.url}/acme/shop/pull`;

  expect(body.body.split('\n').slice(0, 7)).toEqual([
    '<!-- Release notes generated using configuration in .github/release.yml at main -->',
    '',
    "## What's Changed",
    '### Fixes',
    `* Fix it by @mel in ${url}/${fix}`,
    '### Other Changes',
    `* Go on by @mel in ${url}/${other}`,
  ]);
  expect(body.body).not.toContain('Tidy up');
});

it('refuses a previous tag that is not there', async () => {
  sandbox = await startTestSandbox();
  const { status } = await notes({ tag_name: 'v2', previous_tag_name: 'v0' });
  expect(status).toBe(422);
});
