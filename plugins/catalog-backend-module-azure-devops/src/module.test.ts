import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import module from '.';

async function start(providers: object) {
  const scheduler = mockServices.scheduler.mock();
  scheduler.createScheduledTaskRunner.mockReturnValue({ run: jest.fn() });
  const addEntityProvider = jest.fn();
  const backend = await startTestBackend({
    extensionPoints: [
      [catalogProcessingExtensionPoint, { addEntityProvider } as any],
    ],
    features: [
      module,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { catalog: { providers: { azureDevOps: providers } } },
      }),
    ],
  });
  await backend.stop();
  return {
    names: addEntityProvider.mock.calls
      .flat(2)
      .map(provider => provider.getProviderName()),
    schedules: scheduler.createScheduledTaskRunner.mock.calls.flat(),
  };
}

it('adds a provider for each source, with its schedule', async () => {
  const { names, schedules } = await start({
    shop: { organization: 'fabrikam' },
    tools: {
      organization: 'contoso',
      schedule: { frequency: 'PT1H', timeout: { minutes: 5 } },
    },
  });
  expect(names).toEqual([
    'AzureDevOpsEntityProvider:shop',
    'AzureDevOpsEntityProvider:tools',
  ]);
  expect(schedules).toMatchObject([
    { frequency: { minutes: 30 }, timeout: { minutes: 3 } },
    { frequency: { hours: 1 }, timeout: { minutes: 5 } },
  ]);
});

it('names the key of a host that is not an integration', async () => {
  await expect(
    start({ shop: { organization: 'fabrikam', host: 'ado.example.com' } }),
  ).rejects.toThrow(
    'catalog.providers.azureDevOps.shop.host is "ado.example.com", which integrations.azure does not list',
  );
});
