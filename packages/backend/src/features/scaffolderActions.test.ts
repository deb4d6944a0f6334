import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(60_000);

const load = (...kinds: string[]) =>
  loadedFeatures({
    loader: 'scaffolderActions',
    config: {
      integrations: Object.fromEntries(kinds.map(kind => [kind, []])),
    },
  });

it('loads the actions of GitHub, and those of the hosts that are configured', async () => {
  await expect(load()).resolves.toEqual(['scaffolder/github']);
  await expect(load('gitlab', 'azure')).resolves.toEqual([
    'scaffolder/github',
    'scaffolder/gitlab',
    'scaffolder/azure',
  ]);
});
