import path from 'node:path';
import { createBareSandbox } from '../__testUtils__/createBareSandbox';
import { replayedRuns } from '../__testUtils__/replayedRuns';
import { applySeed } from '../apply/applySeed';
import { listFiles } from '../read/listFiles';
import type { SeedFiles } from '../SeedFiles';

const skeleton = path.resolve(
  __dirname,
  '../../../../../examples/repositories/software-templates/new-service/skeleton',
);

/** The skeleton as the template publishes it: `.njk` is rendered and loses its ending. What is rendered matters to no workflow. */
async function published(change: Record<string, string>): Promise<SeedFiles> {
  const files = (await listFiles({ folder: skeleton }))!;
  const paths = files.paths.map(file => file.replace(/\.njk$/, ''));
  return {
    paths: [...new Set([...paths, ...Object.keys(change)])],
    read: async ({ path: file }) =>
      file in change
        ? { content: Buffer.from(change[file]), executable: false }
        : files.read({
            path: files.paths.includes(file) ? file : `${file}.njk`,
          }),
  };
}

async function conclusionsWith(change: Record<string, string> = {}) {
  const { sandbox, remove } = createBareSandbox();
  const files = await published(change);
  const repositories = [{ name: 'opening-hours', files, runs: 1 }];
  const seed = { organisation: { login: 'copperbell' }, repositories };
  const applied = await applySeed({ sandbox, seed });
  if (applied.outcome !== 'applied') throw new Error(applied.outcome);
  const [repository] = applied.repositories;
  const runs = await replayedRuns({ sandbox, repository });
  await remove();
  return Object.fromEntries(
    runs.map(({ workflow, conclusion }) => [workflow, conclusion]),
  );
}

describe('the template for a new service', () => {
  it('makes a repository whose workflows are green with nothing but a shell', async () => {
    expect(await conclusionsWith()).toEqual({
      CI: 'success',
      Secrets: 'success',
    });
  });

  it('turns red for a document without a text', async () => {
    const change = { 'data/broken.json': '{ "title": "Broken" }' };
    expect(await conclusionsWith(change)).toMatchObject({ CI: 'failure' });
  });

  it('turns red for a secret', async () => {
    const key = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
    const change = { 'docs/key.md': `${key}\n` };
    expect(await conclusionsWith(change)).toEqual({
      CI: 'success',
      Secrets: 'failure',
    });
  });
});
