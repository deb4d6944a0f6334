import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  type CatalogProcessor,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { CatalogRules } from './CatalogRules';
import { DEFAULT_ENTITY_LIMITS } from './limits/EntityLimits';
import { createEntityPolicy } from './policies/createEntityPolicy';
import { ProcessorChain, type ProcessorChainOptions } from './ProcessorChain';
import { createProcessors } from './setup/createProcessors';
import { createEntityParser } from './setup/createEntityParser';
import { TemplateFaults } from './setup/TemplateFaults';

const URL_REF = 'url:https://example.com/catalog-info.yaml';

class Probe implements CatalogProcessor {
  readonly #name: string;

  constructor(hooks: Partial<CatalogProcessor>, name = 'probe') {
    this.#name = name;
    Object.assign(this, hooks);
  }

  getProcessorName() {
    return this.#name;
  }
}

function entity(
  kind: string,
  spec: object,
  options: { location?: string; origin?: string; metadata?: object } = {},
): Entity {
  const { location = URL_REF, origin = location, metadata } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: 'x',
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': origin,
      },
    },
    spec,
  } as any;
}
const component = (metadata: object = {}) =>
  entity(
    'Component',
    { type: 'service', lifecycle: 'production', owner: 'team' },
    { metadata },
  );
const child = (kind = 'Component', name = 'child') =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: {},
  } as Entity);

describe('ProcessorChain', () => {
  const logger = mockServices.logger.mock();
  const config = new ConfigReader({});
  const integrations = ScmIntegrations.fromConfig(config);
  const location = { type: 'url', target: 'https://example.com/other.yaml' };

  beforeEach(() => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
  });

  function createChain(
    added: CatalogProcessor[] = [],
    options: Partial<ProcessorChainOptions> = {},
  ) {
    return new ProcessorChain({
      processors: createProcessors({
        config,
        logger,
        reader: mockServices.urlReader.mock(),
        integrations,
        added,
        placeholderResolvers: {},
      }),
      policy: createEntityPolicy({ fieldValidators: {} }),
      rules: CatalogRules.fromConfig(config),
      parser: createEntityParser({ faults: new TemplateFaults() }),
      integrations,
      allowedLocationTypes: ['url'],
      limits: DEFAULT_ENTITY_LIMITS,
      logger,
      ...options,
    });
  }

  async function errorsOf(chain: ProcessorChain, input: Entity) {
    const outcome = await chain.process({ entity: input });
    expect(outcome.ok).toBe(false);
    return outcome.errors.map(String);
  }

  it('completes an entity', async () => {
    const outcome = await createChain().process({ entity: component() });
    expect(outcome).toMatchObject({
      ok: true,
      errors: [],
      completedEntity: {
        metadata: {
          namespace: 'default',
          annotations: {
            'backstage.io/view-url': 'https://example.com/catalog-info.yaml',
          },
        },
      },
      relations: [
        { type: 'ownedBy', target: { kind: 'Group', name: 'team' } },
        { type: 'ownerOf', source: { kind: 'Group', name: 'team' } },
      ],
    });
  });

  it('makes no logger and no span for an ordinary entity', async () => {
    await createChain().process({ entity: component() });
    expect(logger.child).not.toHaveBeenCalled();
  });

  it.each<[string, Entity, CatalogProcessor[], string]>([
    [
      'an envelope that is none',
      { ...component(), kind: '' },
      [],
      'InputError: Entity envelope failed validation before processing; caused by TypeError: /kind must NOT have fewer than 1 characters - limit: 1',
    ],
    [
      'an entity that does not say where it comes from',
      { ...component(), metadata: { name: 'x' } },
      [],
      "InputError: Entity 'component:default/x' does not have the annotation backstage.io/managed-by-location",
    ],
    [
      'a field that the policy does not like',
      component({ tags: ['NO'] }),
      [],
      'InputError: Policy check failed for component:default/x; caused by Error: "tags.0" is not valid; expected a string that is sequences of [a-z0-9+#] separated by [-], at most 63 characters in total but found "NO". To learn more about catalog file format, visit: https://github.com/backstage/backstage/blob/master/docs/architecture-decisions/adr002-default-catalog-file-format.md',
    ],
    [
      'an annotation key that the policy does not like',
      entity(
        'System',
        { owner: 'x' },
        { metadata: { labels: { 'a b': 'c' } } },
      ),
      [],
      'InputError: Policy check failed for system:default/x; caused by Error: "labels.a b" is not valid; expected a valid prefix and/or suffix but found "a b". To learn more about catalog file format, visit: https://github.com/backstage/backstage/blob/master/docs/architecture-decisions/adr002-default-catalog-file-format.md',
    ],
    [
      'a kind that nobody knows',
      entity('Foreign', {}),
      [],
      'InputError: No processor recognized the entity foreign:default/x as valid, possibly caused by a foreign kind or apiVersion',
    ],
    [
      'a kind whose schema it violates',
      entity('Component', {}),
      [],
      "InputError: Processor BuiltinKindsEntityProcessor threw an error while validating the entity component:default/x; caused by TypeError: /spec must have required property 'type' - missingProperty: type",
    ],
    [
      'a processor that throws before',
      component(),
      [
        new Probe({
          preProcessEntity: async () => {
            throw new Error('no');
          },
        }),
      ],
      'InputError: Processor Probe threw an error while preprocessing; caused by Error: no',
    ],
    [
      'a processor that throws after',
      component(),
      [
        new Probe({
          postProcessEntity: () => {
            throw new Error('no');
          },
        }),
      ],
      'InputError: Processor Probe threw an error while postprocessing; caused by Error: no',
    ],
    [
      'a processor that renames it',
      component(),
      [
        new Probe({
          preProcessEntity: async e => ({
            ...e,
            metadata: { ...e.metadata, name: 'y' },
          }),
        }),
      ],
      'ConflictError: Fatal: The entity kind, namespace, or name changed during processing',
    ],
  ])('fails for %s', async (_, input, processors, expected) => {
    expect(await errorsOf(createChain(processors), input)).toEqual([expected]);
  });

  it('reports errors that were emitted, with those that were thrown', async () => {
    const probe = new Probe({
      postProcessEntity: async (_, at, emit) => {
        emit(processingResult.generalError(at, 'first'));
        emit(processingResult.entity(at, { kind: 'X' } as any));
        throw new Error('last');
      },
    });
    expect(await errorsOf(createChain([probe]), component())).toEqual([
      'Error: first',
      expect.stringContaining("must have required property 'apiVersion'"),
      expect.stringContaining('caused by Error: last'),
    ]);
  });

  it('brings in entities with their locations, but not the entity itself', async () => {
    const probe = new Probe({
      postProcessEntity: async (e, _, emit) => {
        emit(processingResult.entity(location, child()));
        emit(processingResult.entity(location, e));
        emit(
          processingResult.entity(location, child('API', 'keyless'), {
            locationKey: null,
          }),
        );
        emit(processingResult.location(location));
        emit(processingResult.refresh('key'));
        return e;
      },
    });
    const outcome = await createChain([probe]).process({ entity: component() });
    const origin = {
      'backstage.io/managed-by-origin-location': URL_REF,
      'backstage.io/managed-by-location': 'url:https://example.com/other.yaml',
    };
    expect(outcome).toMatchObject({
      ok: true,
      refreshKeys: [{ key: 'key' }],
      deferredEntities: [
        {
          entity: { metadata: { name: 'child', annotations: origin } },
          locationKey: 'url:https://example.com/other.yaml',
        },
        { entity: { metadata: { name: 'keyless' } }, locationKey: undefined },
        {
          entity: {
            kind: 'Location',
            metadata: {
              annotations: { 'backstage.io/managed-by-location': URL_REF },
            },
            spec: location,
          },
          locationKey: URL_REF,
        },
      ],
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain(
      'Ignored emitted entity component:default/x',
    );
    expect(logger.child).toHaveBeenCalledWith({ processor: 'probe' });
  });

  it('refuses kinds that the location must not bring', async () => {
    const probe = new Probe({
      postProcessEntity: async (e, _, emit) => {
        emit(processingResult.entity(location, child('Group')));
        return e;
      },
    });
    expect(await errorsOf(createChain([probe]), component())).toEqual([
      'NotAllowedError: Entity group:default/child at url:https://example.com/catalog-info.yaml, originated at url:https://example.com/catalog-info.yaml, is not of an allowed kind for that location',
    ]);
  });

  describe('reading of locations', () => {
    const read = jest.fn();
    const reader = new Probe({
      readLocation: async (spec, optional) => {
        read(spec, optional);
        return true;
      },
    });
    const chain = () =>
      createChain([], {
        processors: [
          new Probe({ validateEntityKind: async () => true }, 'all'),
          reader,
        ],
      });

    it('resolves targets against the place where the entity was read', async () => {
      await chain().process({
        entity: entity('Location', {
          target: './a.yaml',
          targets: ['../b.yaml', 'https://elsewhere.example.com/c.yaml'],
          presence: 'optional',
        }),
      });
      expect(read.mock.calls.map(([{ target }]) => target)).toEqual([
        'https://example.com/a.yaml',
        'https://example.com/b.yaml',
        'https://elsewhere.example.com/c.yaml',
      ]);
      expect(read.mock.calls[0]).toEqual([
        expect.objectContaining({ type: 'url', presence: 'optional' }),
        true,
      ]);
    });

    it('resolves files against the folder', async () => {
      await chain().process({
        entity: entity(
          'Location',
          { targets: ['./a.yaml', '/b.yaml'] },
          { location: 'file:/folder/catalog-info.yaml' },
        ),
      });
      expect(read.mock.calls.map(([{ target }]) => target)).toEqual([
        '/folder/a.yaml',
        '/b.yaml',
      ]);
    });

    it('fails where no processor reads', async () => {
      const nobody = createChain([], {
        processors: [
          new Probe({
            validateEntityKind: async () => true,
            readLocation: async () => false,
          }),
        ],
      });
      expect(
        await errorsOf(nobody, entity('Location', { target: 'https://x/y' })),
      ).toEqual([
        'InputError: No processor was able to handle reading of url:https://x/y',
      ]);
    });

    const refusal =
      'InputError: Registered locations must be of an allowed type ["url"]';

    it.each([
      ['a file named by a URL', { location: URL_REF }],
      [
        'a file named by a file that a URL once brought in',
        { location: 'file:/folder/a.yaml', origin: URL_REF },
      ],
    ])('refuses %s, on each pass', async (_, from) => {
      for (const spec of [
        { type: 'file', target: '/etc/passwd' },
        { type: 'file', targets: ['/etc/passwd'] },
      ]) {
        const smuggler = entity('Location', spec, from);
        expect(await errorsOf(chain(), smuggler)).toEqual([refusal]);
        expect(await errorsOf(chain(), smuggler)).toEqual([refusal]);
      }
      expect(read).not.toHaveBeenCalled();
    });

    it('lets files read files where the operator began with one', async () => {
      const outcome = await chain().process({
        entity: entity(
          'Location',
          { target: './b.yaml' },
          { location: 'file:/folder/a.yaml', origin: 'file:/all.yaml' },
        ),
      });
      expect(outcome.ok).toBe(true);
      expect(read).toHaveBeenCalledTimes(1);
    });

    it('reads types that a module has allowed', async () => {
      const allowing = createChain([], {
        processors: [
          new Probe({ validateEntityKind: async () => true }, 'all'),
          reader,
        ],
        allowedLocationTypes: ['url', 'special'],
      });
      await allowing.process({
        entity: entity('Location', { type: 'special', target: 'somewhere' }),
      });
      expect(read).toHaveBeenCalledWith(
        { type: 'special', target: 'somewhere', presence: 'required' },
        false,
      );
    });
  });

  describe('a processor that hangs', () => {
    it('is given up, and named', async () => {
      let emitLate: () => void = () => {};
      const calledAfter = jest.fn();
      let finish: (e: Entity) => void = () => {};
      const hanging = new Probe({
        preProcessEntity: (e, at, emit) => {
          emitLate = () => emit(processingResult.refresh('late'));
          emit(processingResult.generalError(at, 'before'));
          return new Promise(resolve => {
            finish = () => resolve(e);
          });
        },
        validateEntityKind: calledAfter,
      });
      const errors = await errorsOf(
        createChain([hanging], { timeLimitMs: 20 }),
        component(),
      );
      expect(errors).toEqual([
        'Error: before',
        'ServiceUnavailableError: Processor Probe was given up while preprocessing, which took more than 0.02 seconds',
      ]);

      emitLate();
      expect(logger.warn.mock.calls[0][0]).toContain(
        'Item of type "refresh" was emitted after processing had completed.',
      );
      finish(component());
      await new Promise(resolve => setImmediate(resolve));
      expect(calledAfter).not.toHaveBeenCalled();
    });

    it('does not hold up others', async () => {
      const hanging = new Probe({
        preProcessEntity: e =>
          e.metadata.title ? new Promise(() => {}) : Promise.resolve(e),
      });
      const chain = createChain([hanging], { timeLimitMs: 20 });
      const [stuck, fine] = await Promise.all([
        chain.process({ entity: component({ title: 'stuck' }) }),
        chain.process({ entity: component() }),
      ]);
      expect(stuck.ok).toBe(false);
      expect(fine.ok).toBe(true);
    });
  });

  describe('limits', () => {
    const limits = {
      size: 2_000,
      depth: 10,
      tags: 3,
      relations: 2,
      entities: 2,
      refreshKeys: 2,
    };
    const nested = (depth: number): object =>
      depth === 0 ? {} : { x: nested(depth - 1) };
    const emitting = (item: () => any, count: number) =>
      new Probe({
        postProcessEntity: async (e, _, emit) => {
          for (let i = 0; i < count; i++) emit(item());
          return e;
        },
      });

    it.each<[string, Entity, CatalogProcessor[], string]>([
      [
        'size',
        component({ description: 'é'.repeat(1_000) }),
        [],
        'bytes, more than the limit of 2000 (catalog.engine.limits.size)',
      ],
      [
        'depth',
        component({ x: nested(8) }),
        [],
        'is nested more than 10 levels deep, the limit (catalog.engine.limits.depth)',
      ],
      [
        'tags',
        component({ tags: ['a', 'b', 'c', 'd'] }),
        [],
        'has 4 tags, more than the limit of 3 (catalog.engine.limits.tags)',
      ],
      [
        'relations',
        component(),
        [
          emitting(
            () =>
              processingResult.relation({
                source: { kind: 'a', namespace: 'b', name: 'c' },
                type: 't',
                target: { kind: 'a', namespace: 'b', name: 'c' },
              }),
            1,
          ),
        ],
        'Processing of component:default/x emitted 3 relations, more than the limit of 2 (catalog.engine.limits.relations)',
      ],
      [
        'entities',
        component(),
        [emitting(() => processingResult.entity(location, child()), 3)],
        'emitted 3 entities, more than the limit of 2 (catalog.engine.limits.entities)',
      ],
      [
        'refresh keys',
        component(),
        [emitting(() => processingResult.refresh('x'), 3)],
        'emitted 3 refresh keys, more than the limit of 2 (catalog.engine.limits.refreshKeys)',
      ],
    ])('of %s', async (_, input, processors, expected) => {
      const errors = await errorsOf(createChain(processors, { limits }), input);
      expect(errors).toEqual([expect.stringContaining(expected)]);
      expect(errors[0]).toMatch(/^InputError: /);
    });

    it('let through what is just within', async () => {
      const outcome = await createChain([], { limits }).process({
        entity: component({ tags: ['a', 'b', 'c'], x: nested(7) }),
      });
      expect(outcome.errors).toEqual([]);
    });

    it('survive an entity that is nested without end', async () => {
      expect(
        await errorsOf(createChain(), component({ x: nested(5_000) })),
      ).toEqual([expect.stringContaining('levels deep')]);
      const probe = emitting(
        () =>
          processingResult.entity(location, {
            ...child(),
            spec: nested(5_000) as any,
          }),
        1,
      );
      expect(await errorsOf(createChain([probe]), component())).toEqual([
        expect.stringContaining('is nested more than 1000 levels deep'),
      ]);
    });
  });

  it('carries the caches of processors from run to run', async () => {
    const seen: unknown[] = [];
    const probe = new Probe({
      preProcessEntity: async (e, _l, _e, _o, cache) => {
        const count = ((await cache.get<number>('count')) ?? 0) + 1;
        seen.push(count);
        if (count < 3) await cache.set('count', count);
        return e;
      },
    });
    const chain = createChain([probe]);
    let state: any;
    for (let i = 0; i < 4; i++) {
      const outcome = await chain.process({ entity: component(), state });
      state = outcome.ok && outcome.state;
    }
    expect(seen).toEqual([1, 2, 3, 3]);
    expect(state.cache.probe).toEqual({ count: 2 });
  });
});
