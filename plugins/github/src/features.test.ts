import { mockApis } from '@backstage/frontend-test-utils';
import type { ConfigApi } from '@backstage/frontend-plugin-api';
import { activityModule } from './activity/activityModule';
import { githubFeatures } from './features';
import { githubPlugin } from './plugin';

type Data = NonNullable<Parameters<typeof mockApis.config>[0]>['data'];

async function load(data: Data) {
  const { loader } = githubFeatures as unknown as {
    loader(deps: { config: ConfigApi }): Promise<unknown[]>;
  };
  return loader({ config: mockApis.config({ data }) });
}

describe('githubFeatures', () => {
  const integrations = { github: [{ host: 'github.com' }] };
  const off = { github: { activity: { enabled: false } } };

  it('has tabs and cards where there is a GitHub to ask, unless they are off', async () => {
    await expect(load({ integrations })).resolves.toEqual([
      githubPlugin,
      activityModule,
    ]);
    await expect(load({})).resolves.toEqual([githubPlugin]);
    await expect(load({ integrations: { github: [] } })).resolves.toEqual([
      githubPlugin,
    ]);
    await expect(load({ integrations, callboard: off })).resolves.toEqual([
      githubPlugin,
    ]);
  });
});
