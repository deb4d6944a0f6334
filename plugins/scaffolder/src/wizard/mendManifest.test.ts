import { mendManifest } from './mendManifest';

const mend = (properties: unknown) => {
  const manifest = {
    title: 'Form',
    steps: [{ title: 'Page', schema: { type: 'object', properties } }],
  };
  const { manifest: mended, mended: list } = mendManifest({
    manifest: manifest as never,
    fields: ['OwnerPicker'],
  });
  return { schema: mended.steps[0].schema as any, list };
};

describe('mendManifest', () => {
  it('leaves what the portal has as it is', () => {
    const properties = {
      owner: { type: 'string', 'ui:field': 'OwnerPicker' },
      text: { type: 'string', 'ui:widget': 'textarea' },
      secret: { type: 'string', 'ui:widget': 'password' },
      many: {
        type: 'array',
        items: { enum: ['a'] },
        'ui:widget': 'checkboxes',
      },
      count: { type: ['null', 'integer'], 'ui:widget': 'updown' },
      odd: { type: 'string', default: { 'ui:field': 'None' } },
    };
    const { schema, list } = mend(properties);
    expect(list).toEqual([]);
    expect(schema.properties).toEqual(properties);
  });

  it('makes text of fields that are not there, at any depth', () => {
    const { schema, list } = mend({
      a: { title: 'Cluster', 'ui:field': 'ClusterPicker' },
      b: {
        type: 'object',
        properties: { c: { type: 'number', 'ui:field': 'Dial' } },
      },
      d: {
        type: 'array',
        items: { oneOf: [{ type: 'string', 'ui:widget': 'slider' }] },
      },
      e: { type: 'string', 'ui:options': { widget: 'gauge', rows: 2 } },
      f: { type: 'string', 'ui:widget': { not: 'a name' } },
    });
    expect(list.map(({ path, asked }) => `${path} ${asked.name}`)).toEqual([
      'a ClusterPicker',
      'b.c Dial',
      'd slider',
      'e gauge',
      'f [object Object]',
    ]);
    expect(schema.properties.a).toEqual({ title: 'Cluster', type: 'string' });
    expect(schema.properties.e).toEqual({
      type: 'string',
      'ui:options': { rows: 2 },
    });
    expect(JSON.stringify(schema)).not.toMatch(/Dial|slider|gauge/);
  });

  it('takes the first focus from what is drawn as a button', () => {
    const { schema, list } = mend({
      a: { type: 'boolean', 'ui:autofocus': true, 'ui:options': { rows: 5 } },
      b: { type: 'string', 'ui:autofocus': true },
    });
    expect(list).toEqual([]);
    expect(schema.properties).toEqual({
      a: { type: 'boolean', 'ui:options': { rows: 5 } },
      b: { type: 'string', 'ui:autofocus': true },
    });
  });

  it('is not put off by what is no schema', () => {
    for (const properties of [null, [], 7, { a: null, b: 'x', c: [] }])
      expect(mend(properties).schema.properties).toEqual(properties);
  });
});
