import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { decorateFactory } from './decorateFactory';

const words = createServiceRef<string>({ id: 'test.words', scope: 'root' });
const wordsFactory = createServiceFactory({
  service: words,
  deps: {},
  factory: () => 'wrapped',
});

it("makes stock's auth and hands it to the wrapper, with what the wrapper asked for", async () => {
  const made: string[] = [];
  const factory = decorateFactory({
    factory: authServiceFactory,
    deps: { words },
    decorate: (stock, deps) => {
      made.push(deps.words);
      return stock;
    },
  });
  const auth = await ServiceFactoryTester.from(factory, {
    dependencies: [
      wordsFactory,
      mockServices.database.factory(),
      mockServices.discovery.factory(),
    ],
  }).getSubject('catalog');
  expect(made).toEqual(['wrapped']);
  expect(await auth.getOwnServiceCredentials()).toMatchObject({
    principal: { type: 'service', subject: 'plugin:catalog' },
  });
  await expect(auth.authenticate('nothing')).rejects.toThrow('Illegal token');
});

it('keeps what a service shares between plugins', async () => {
  const contexts: unknown[] = [];
  const inner = createServiceFactory({
    service: coreServices.userInfo,
    deps: { words },
    createRootContext: deps => ({ root: deps.words }),
    factory: (_deps, context) => {
      contexts.push(context);
      return { getUserInfo: jest.fn() };
    },
  });
  const factory = decorateFactory({
    factory: inner,
    deps: {},
    decorate: stock => stock,
  });
  const tester = ServiceFactoryTester.from(factory, {
    dependencies: [wordsFactory],
  });
  await tester.getSubject('one');
  await tester.getSubject('two');
  expect(contexts).toEqual([{ root: 'wrapped' }, { root: 'wrapped' }]);
  expect(contexts[0]).toBe(contexts[1]);
});

it("takes stock's user info", () => {
  expect(() =>
    decorateFactory({
      factory: userInfoServiceFactory,
      deps: {},
      decorate: stock => stock,
    }),
  ).not.toThrow();
});

it('refuses a factory that is made in another way', () => {
  expect(() =>
    decorateFactory({
      factory: {
        $$type: '@backstage/BackendFeature',
        service: coreServices.auth,
      } as never,
      deps: {},
      decorate: stock => stock,
    }),
  ).toThrow('core.auth is not what Backstage 1.55 makes');
});
