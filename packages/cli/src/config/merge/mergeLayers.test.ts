import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import type { ConfigLayer, ConfigLayerKind } from '../ConfigLayer';
import { leavesOf } from './leavesOf';
import { mergeLayers } from './mergeLayers';

const layer = (
  kind: ConfigLayerKind,
  data: JsonObject,
  name: string = kind,
): ConfigLayer => ({ kind, name, data });
const merged = (...layers: ConfigLayer[]) => mergeLayers(layers).data;

describe('maps, scalars and lists', () => {
  it('merges maps deeply and lets the higher layer win', () => {
    expect(
      merged(
        layer('base', { app: { title: 'a', support: { url: 'u' } } }),
        layer('preset', { app: { title: 'b' } }),
        layer('operator', { app: { support: { items: [1] } } }),
      ),
    ).toEqual({ app: { title: 'b', support: { url: 'u', items: [1] } } });
  });

  it('takes a list as a whole', () => {
    expect(
      merged(
        layer('preset', { backend: { cors: { methods: ['GET', 'PUT'] } } }),
        layer('operator', { backend: { cors: { methods: ['GET'] } } }),
      ),
    ).toEqual({ backend: { cors: { methods: ['GET'] } } });
  });

  it('removes with null, and can set what was removed again', () => {
    const base = layer('base', { techdocs: { builder: 'local', runIn: 'x' } });
    const none = layer('preset', { techdocs: null });
    expect(merged(base, none)).toEqual({});
    expect(
      merged(base, none, layer('operator', { techdocs: { builder: 'ci' } })),
    ).toEqual({ techdocs: { builder: 'ci' } });
  });

  it('lets a value of another kind win', () => {
    expect(
      merged(layer('base', { a: { b: 1 } }), layer('operator', { a: 'x' })),
    ).toEqual({ a: 'x' });
  });
});

describe('integrations', () => {
  it('merge by host, whatever the capitals, with the default host of the provider', () => {
    expect(
      merged(
        layer('preset', {
          integrations: {
            github: [{ host: 'github.com', token: 'of the preset' }],
          },
        }),
        layer('operator', {
          integrations: {
            github: [
              { apps: [{ appId: 1 }] },
              { host: 'GHE.example.com', token: 'x' },
              { host: 'ghe.example.com', apiBaseUrl: 'y' },
            ],
            gitlab: [{ token: 'z' }],
          },
        }),
      ),
    ).toEqual({
      integrations: {
        github: [
          {
            host: 'github.com',
            token: 'of the preset',
            apps: [{ appId: 1 }],
          },
          { host: 'ghe.example.com', token: 'x', apiBaseUrl: 'y' },
        ],
        gitlab: [{ token: 'z' }],
      },
    });
  });
});

describe('the lists that presets add to', () => {
  const base = layer('base', { catalog: { rules: [{ allow: ['API'] }] } });
  const first = layer('preset', { catalog: { rules: [{ allow: ['User'] }] } });
  const second = layer('preset', {
    catalog: { rules: [{ allow: ['Group'] }, { allow: ['User'] }] },
  });

  it('hold what lies below and each addition once', () => {
    expect(merged(base, first, second)).toEqual({
      catalog: {
        rules: [{ allow: ['API'] }, { allow: ['User'] }, { allow: ['Group'] }],
      },
    });
  });

  it('hold the additions beside what the operator wrote', () => {
    const own = layer('operator', { catalog: { rules: [{ allow: ['X'] }] } });
    expect(merged(base, first, own)).toEqual({
      catalog: { rules: [{ allow: ['X'] }, { allow: ['User'] }] },
    });
  });

  it('are gone when the operator removes them', () => {
    const own = layer('operator', { catalog: { rules: null } });
    expect(merged(base, first, own)).toEqual({ catalog: {} });
  });
});

it('knows where each value came from and what it overrides', () => {
  const { root } = mergeLayers([
    layer('base', { app: { title: 'a' } }),
    layer('preset', { app: { title: 'b' } }, 'preset x'),
    layer('operator', { app: { title: 'c' } }, 'app-config.local.yaml'),
  ]);
  const [{ key, node }] = leavesOf(root);
  expect([key, node.layer.name]).toEqual([
    'app.title',
    'app-config.local.yaml',
  ]);
  expect(
    node.overrides.map(({ layer: { name }, value }) => [name, value]),
  ).toEqual([
    ['base', 'a'],
    ['preset x', 'b'],
  ]);
});

const KEYS = [
  'app',
  'catalog',
  'rules',
  'locations',
  'integrations',
  'github',
  'host',
  'a',
];
const { data: anyData } = fc.letrec<{ data: JsonObject; value: JsonValue }>(
  tie => ({
    data: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<JsonValue>('x', 'github.com', 1, true),
      tie('data'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
  }),
);

describe('for any layers', () => {
  const presets = fc.array(anyData, { maxLength: 3 });

  it("never loses an operator's value", () => {
    fc.assert(
      fc.property(anyData, presets, anyData, (base, added, own) => {
        const result = merged(
          layer('base', base),
          ...added.map(data => layer('preset', data)),
          layer('operator', own),
        );
        expect(lostOf({ own, result, key: [] })).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives what Backstage gives where none of the special lists is in play', () => {
    const plain = anyData.map(({ integrations, catalog, ...data }) => data);
    fc.assert(
      fc.property(plain, plain, (lower, higher) => {
        const stock = ConfigReader.fromConfigs([
          { context: 'lower', data: lower },
          { context: 'higher', data: higher },
        ]).getOptional<JsonObject>();
        expect(merged(layer('base', lower), layer('operator', higher))).toEqual(
          stock ?? {},
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same however the layers are grouped', () => {
    fc.assert(
      fc.property(anyData, anyData, (lower, higher) => {
        const layers = [layer('base', lower), layer('operator', higher)];
        const once = merged(...layers);
        expect(merged(...layers, layer('operator', {}))).toEqual(once);
      }),
    );
  });
});

/** The values of the operator's that are not in the result: of a map by key, of a list among the items. */
function lostOf(options: {
  own: JsonValue;
  result: JsonValue | undefined;
  key: string[];
}): { key: string[]; value: JsonValue }[] {
  const { own, result, key } = options;
  if (Array.isArray(own)) {
    const items = Array.isArray(result) ? result : [];
    const isByHost = key.length === 2 && key[0] === 'integrations';
    return own
      .filter(
        item =>
          // Entries of one host become one, which holds the keys of each.
          !(isByHost && typeof item === 'object') &&
          !items.some(other => JSON.stringify(other) === JSON.stringify(item)),
      )
      .map(value => ({ key, value }));
  }
  if (typeof own !== 'object' || own === null) {
    return own === result ? [] : [{ key, value: own }];
  }
  return Object.entries(own).flatMap(([name, value]) =>
    lostOf({
      own: value!,
      result: (result as JsonObject | undefined)?.[name],
      key: [...key, name],
    }),
  );
}
