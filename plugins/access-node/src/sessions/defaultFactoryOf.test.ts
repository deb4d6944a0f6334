import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ServiceFactoryTester } from '@backstage/backend-test-utils';
import { decorateFactory } from './decorateFactory';
import { defaultFactoryOf } from './defaultFactoryOf';

it('is what a backend would take for the service, and can be wrapped', async () => {
  const greeting = createServiceRef<{ say(): string }>({
    id: 'test.greeting',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({ say: () => `hello ${plugin.getId()}` }),
      }),
  });
  const factory = decorateFactory({
    factory: await defaultFactoryOf(greeting),
    deps: {},
    decorate: inner => ({ say: () => `${inner.say()}!` }),
  });
  const made = await ServiceFactoryTester.from(factory).getSubject('catalog');
  expect(made.say()).toBe('hello catalog!');
});

it('says which service has none', async () => {
  const bare = createServiceRef<object>({ id: 'test.bare' });
  await expect(defaultFactoryOf(bare)).rejects.toThrow(
    'Service test.bare has no default factory',
  );
});
