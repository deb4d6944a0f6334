import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { BuildOutcome } from './BuildOutcome';
import { Prebuilder } from './Prebuilder';

describe('Prebuilder', () => {
  const component = (name: string, hasDocs = true): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: hasDocs ? { 'backstage.io/techdocs-ref': 'dir:.' } : {},
    },
  });
  const setup = (entities: Entity[], built: string[] = []) => {
    const asked: string[] = [];
    const announced: string[] = [];
    const logger = mockServices.logger.mock();
    const world = {
      build: async (_: string): Promise<BuildOutcome> => ({ status: 'built' }),
      isStopped: false,
      entities,
    };
    const prebuilder = new Prebuilder({
      auth: mockServices.auth(),
      catalog: catalogServiceMock.mock({
        streamEntities: (request, options) =>
          catalogServiceMock({ entities: world.entities }).streamEntities(
            request,
            options,
          ),
      }),
      logger,
      sites: {
        isBuilt: async ({ name }) => built.includes(name),
        build: async ({ name }) => {
          asked.push(name);
          return world.build(name);
        },
      },
      onBuilt: async entityRef => {
        announced.push(entityRef);
      },
      isStopped: () => world.isStopped,
    });
    return { announced, asked, logger, prebuilder, world };
  };

  it('builds docs that have not been built, and announces them', async () => {
    const { announced, asked, prebuilder } = setup(
      [component('a'), component('b'), component('plain', false)],
      ['a'],
    );
    expect(await prebuilder.buildNew()).toBe(2);
    expect(asked).toEqual(['b']);
    expect(announced).toEqual(['component:default/b']);
  });

  it('tries each once, and those that appear later', async () => {
    const { asked, prebuilder, world } = setup([component('a')]);
    await prebuilder.buildNew();
    expect(await prebuilder.buildNew()).toBe(0);
    world.entities = [component('a'), component('b')];
    expect(await prebuilder.buildNew()).toBe(1);
    expect(asked).toEqual(['a', 'b']);
  });

  it('names what fails and builds the others', async () => {
    const { announced, logger, prebuilder, world } = setup(
      ['a', 'b', 'c', 'd'].map(name => component(name)),
    );
    world.build = async name => {
      if (name === 'a') {
        return { status: 'failed', reason: 'no docs folder' };
      }
      if (name === 'b') {
        throw new Error('connection lost');
      }
      return { status: name === 'c' ? 'unchanged' : 'built' };
    };
    await prebuilder.buildNew();
    expect(jest.mocked(logger.warn).mock.calls.map(([text]) => text)).toEqual([
      'Could not build the docs of component:default/a ahead: no docs folder',
      'Could not build the docs of component:default/b ahead: Error: connection lost',
    ]);
    expect(announced).toEqual(['component:default/d']);
  });

  it('builds one after another', async () => {
    const { prebuilder, world } = setup([component('a'), component('b')]);
    let underWay = 0;
    let most = 0;
    world.build = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
      return { status: 'built' };
    };
    await prebuilder.buildNew();
    expect(most).toBe(1);
  });

  it('begins no other build when the portal stops, and blames no docs', async () => {
    const { asked, logger, prebuilder, world } = setup([
      component('a'),
      component('b'),
    ]);
    world.build = async () => {
      world.isStopped = true;
      throw new Error('connection lost');
    };
    await prebuilder.buildNew();
    expect(asked).toEqual(['a']);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
