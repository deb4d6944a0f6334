import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(60_000);

describe('eventSources', () => {
  it('takes no webhooks without a secret to verify them with', async () => {
    await expect(
      loadedFeatures({ loader: 'eventSources', config: {} }),
    ).resolves.toEqual([]);
  });

  it('takes those of GitHub with one', async () => {
    const loaded = await loadedFeatures({
      loader: 'eventSources',
      config: { events: { modules: { github: { webhookSecret: 'secret' } } } },
    });
    expect(loaded).toEqual(['loader of a package']);
  });
});
