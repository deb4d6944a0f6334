import {
  DefaultNamespaceEntityPolicy,
  type Entity,
} from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  AnnotateLocationEntityProcessor as StockAnnotateLocation,
  BuiltinKindsEntityProcessor as StockBuiltinKinds,
  PlaceholderProcessor as StockPlaceholder,
} from '@backstage/plugin-catalog-backend';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import * as fc from 'fast-check';
import { DefaultNamespacePolicy } from '../policies/DefaultNamespacePolicy';
import { AnnotateLocationEntityProcessor } from './AnnotateLocationEntityProcessor';
import { BuiltinKindsEntityProcessor } from './BuiltinKindsEntityProcessor';
import { PlaceholderProcessor } from './PlaceholderProcessor';

const RUNS = { numRuns: 500 };
const KINDS = [
  'API',
  'Component',
  'Resource',
  'Group',
  'Location',
  'User',
  'System',
  'Domain',
  'Template',
  'component',
  'constructor',
];
const FIELDS = [
  'type',
  'lifecycle',
  'definition',
  'owner',
  'system',
  'domain',
  'subdomainOf',
  'subcomponentOf',
  'parent',
  'target',
];
const LIST_FIELDS = [
  'providesApis',
  'consumesApis',
  'dependsOn',
  'dependencyOf',
  'memberOf',
  'children',
  'members',
  'targets',
];

const ref = fc.oneof(
  fc.constantFrom('b', 'a', 'group:x/y', 'x/y', 'user:z', '', ':', 'a:b/'),
  fc.string({ maxLength: 4 }),
);
const annotationName = fc.constantFrom(
  'backstage.io/managed-by-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'a',
  '__proto__',
);
const anyEntity: fc.Arbitrary<Entity> = fc.record({
  apiVersion: fc.constantFrom('backstage.io/v1alpha1', 'x/v1'),
  kind: fc.constantFrom(...KINDS),
  metadata: fc.record(
    {
      name: fc.constantFrom('a', 'B'),
      namespace: fc.constantFrom('default', 'n', undefined),
      annotations: fc.dictionary(annotationName, fc.string()),
      labels: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    },
    { requiredKeys: ['name'] },
  ),
  spec: fc
    .tuple(
      fc.dictionary(fc.constantFrom(...FIELDS), ref),
      fc.dictionary(
        fc.constantFrom(...LIST_FIELDS),
        fc.oneof(fc.array(ref, { maxLength: 4 }), fc.array(fc.integer())),
      ),
      fc.dictionary(fc.string(), fc.jsonValue() as any, { maxKeys: 2 }),
    )
    .map(([single, lists, others]) => ({ ...others, ...single, ...lists })),
}) as any;

/** Keys of this name are lost where lodash merges, as stock does in places; ours are kept as data. */
const entities = anyEntity.filter(
  entity => !JSON.stringify(entity).includes('"__proto__"'),
);

/** What a call comes to, whether it returns or throws. */
async function outcomeOf(
  call: (emit: (item: any) => void) => Promise<unknown>,
) {
  const emitted: CatalogProcessorResult[] = [];
  try {
    const result = await call(item => emitted.push(item));
    return JSON.parse(JSON.stringify({ result, emitted }));
  } catch (error) {
    return { error: String(error) };
  }
}

/** What both come to. They get copies, since processors may change what they are given. */
async function outcomesOf(
  entity: Entity,
  ours: (entity: Entity, emit: any) => Promise<unknown>,
  stocks: (entity: Entity, emit: any) => Promise<unknown>,
) {
  const copy = () => JSON.parse(JSON.stringify(entity));
  return {
    ours: await outcomeOf(emit => ours(copy(), emit)),
    stocks: await outcomeOf(emit => stocks(copy(), emit)),
  };
}

describe('our variants of stock processors give what stock gives', () => {
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host: 'github.com', token: 'x' }],
        gitlab: [{ host: 'gitlab.com', token: 'x' }],
        bitbucketCloud: [{}],
        azure: [{ host: 'dev.azure.com' }],
      },
    }),
  );
  const location = {
    type: 'url',
    target: 'https://github.com/o/r/blob/main/catalog-info.yaml',
  };

  it('BuiltinKindsEntityProcessor', async () => {
    const ours = new BuiltinKindsEntityProcessor();
    const stocks = new StockBuiltinKinds();
    await fc.assert(
      fc.asyncProperty(entities, async entity => {
        let outcomes = await outcomesOf(
          entity,
          e => ours.validateEntityKind(e),
          e => stocks.validateEntityKind(e),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
        outcomes = await outcomesOf(
          entity,
          e => ours.preProcessEntity(e),
          e => stocks.preProcessEntity(e),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
        outcomes = await outcomesOf(
          entity,
          (e, emit) => ours.postProcessEntity(e, location, emit),
          (e, emit) => stocks.postProcessEntity(e, location, emit),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
      }),
      RUNS,
    );
  });

  it('AnnotateLocationEntityProcessor', async () => {
    const ours = new AnnotateLocationEntityProcessor({ integrations });
    const stocks = new StockAnnotateLocation({ integrations });
    const locations = fc.record({
      type: fc.constantFrom('url', 'file', 'other'),
      target: fc.oneof(
        fc.constantFrom(
          location.target,
          'https://github.com/o/r/tree/main/',
          'https://github.com/o/r',
          'https://github.com/o/r/blob/0123456789012345678901234567890123456789/x.yaml',
          'https://gitlab.com/g/s/r/-/blob/main/catalog-info.yaml?x=y',
          'https://dev.azure.com/o/p/_git/r?path=%2Fcatalog-info.yaml',
          'https://elsewhere.example.com/x.yaml',
          '/some/file.yaml',
          '',
        ),
        fc.webUrl(),
        fc.string(),
      ),
    });
    await fc.assert(
      fc.asyncProperty(entities, locations, locations, async (entity, l, o) => {
        const outcomes = await outcomesOf(
          entity,
          (e, emit) => ours.preProcessEntity(e, l, emit, o),
          (e, emit) => stocks.preProcessEntity(e, l, emit, o),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
      }),
      RUNS,
    );
  });

  it('PlaceholderProcessor', async () => {
    const options = {
      integrations,
      reader: {} as any,
      resolvers: { upper: async ({ value }: any) => `${value}`.toUpperCase() },
    };
    const ours = new PlaceholderProcessor(options);
    const stocks = new StockPlaceholder(options);
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.constant(null),
        fc.record({ $upper: fc.string() }),
        fc.record({ $unknown: fc.string() }),
        fc.record({ $upper: fc.string(), more: tie('tree') }),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c$'), tie('tree')),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(entities, tree, async (entity, extra) => {
        const withTree = { ...entity, spec: { ...entity.spec, extra } } as any;
        const outcomes = await outcomesOf(
          withTree,
          (e, emit) => ours.preProcessEntity(e, location, emit),
          (e, emit) => stocks.preProcessEntity(e, location, emit),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
      }),
      RUNS,
    );
  });

  it('DefaultNamespaceEntityPolicy', async () => {
    const ours = new DefaultNamespacePolicy();
    const stocks = new DefaultNamespaceEntityPolicy();
    await fc.assert(
      fc.asyncProperty(entities, async entity => {
        const outcomes = await outcomesOf(
          entity,
          e => ours.enforce(e),
          e => stocks.enforce(e),
        );
        expect(outcomes.ours).toEqual(outcomes.stocks);
      }),
      RUNS,
    );
  });
});
