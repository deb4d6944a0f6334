import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { currentScope } from '@callboard/plugin-github-node';
import { asScaffolder } from './asScaffolder';

const run = (user?: { ref: string }) => {
  const seen: unknown[] = [];
  const action = createTemplateAction({
    id: 'test:scope',
    async handler() {
      await Promise.resolve();
      seen.push(currentScope());
    },
  });
  return asScaffolder(action)
    .handler({ user } as any)
    .then(() => seen);
};

it('runs an action for the person who runs the template', async () => {
  await expect(run({ ref: 'user:default/mel' })).resolves.toEqual([
    {
      pluginId: 'scaffolder',
      person: 'user:default/mel',
      priority: 'person',
      patienceMs: 120_000,
    },
  ]);
});

it('runs one for nobody in particular', async () => {
  await expect(run()).resolves.toEqual([
    {
      pluginId: 'scaffolder',
      person: undefined,
      priority: 'person',
      patienceMs: 120_000,
    },
  ]);
});
