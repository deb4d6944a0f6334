import type { JsonObject } from '@backstage/types';
import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(60_000);

const load = (config: JsonObject) =>
  loadedFeatures({ loader: 'github', config });

describe('github', () => {
  it.each([
    {},
    { integrations: { gitlab: [{ host: 'gitlab.com' }] } },
    { connections: [{ type: 'gitlab', host: 'gitlab.com' }] },
  ])('loads nothing for %j', async config => {
    await expect(load(config)).resolves.toEqual([]);
  });

  it.each([
    { catalog: { providers: { github: { organization: 'acme' } } } },
    { catalog: { providers: { githubOrg: { id: 'acme' } } } },
    { events: { modules: { github: { webhookSecret: 'secret' } } } },
    { integrations: { github: [{ host: 'github.com' }] } },
    { connections: [{ type: 'github', host: 'github.com' }] },
  ])('loads the mirror for %j', async config => {
    await expect(load(config)).resolves.toEqual(['loader of a package']);
  });
});
