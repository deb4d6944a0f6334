import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createBareSandbox } from '../../seed/__testUtils__/createBareSandbox';
import { replayedRuns } from '../../seed/__testUtils__/replayedRuns';
import { applySeed } from '../../seed/apply/applySeed';
import { listFiles } from '../../seed/read/listFiles';

const examples = path.resolve(__dirname, '../../../../../examples');
const { runner } = parse(
  fs.readFileSync(path.join(examples, 'sandbox.yaml'), 'utf8'),
);

/** How the workflows of a template's skeleton end, by the runner that the example company has, or by a bare one. */
async function conclusionsOf(options: { template: string; isBare?: boolean }) {
  const { template, isBare = false } = options;
  const { sandbox, remove } = createBareSandbox();
  const files = (await listFiles({
    folder: path.join(
      examples,
      'repositories/software-templates',
      template,
      'skeleton',
    ),
  }))!;
  const applied = await applySeed({
    sandbox,
    seed: {
      organisation: { login: 'copperbell' },
      repositories: [{ name: 'opening-hours', files, runs: 1 }],
      ...(!isBare && { runner }),
    },
  });
  if (applied.outcome !== 'applied') throw new Error(applied.outcome);
  const [repository] = applied.repositories;
  const runs = await replayedRuns({ sandbox, repository });
  await remove();
  return runs.map(({ conclusion }) => conclusion);
}

it.each(['node-service', 'docs-site', 'describe-component'])(
  'has what the first build of %s needs, which a shell has not',
  async template => {
    expect(await conclusionsOf({ template })).toEqual(['success']);
    expect(await conclusionsOf({ template, isBare: true })).toEqual([
      'failure',
    ]);
  },
);
