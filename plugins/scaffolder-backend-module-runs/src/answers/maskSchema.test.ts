import { maskSchema } from './maskSchema';

it('marks secret fields so that stock masks them in form and review, and leaves the others', () => {
  const schema = {
    properties: {
      name: { type: 'string' },
      key: { type: 'string', title: 'Key' },
      own: { type: 'string', 'ui:field': 'Secret' },
      text: { type: 'string', 'ui:widget': 'textarea' },
      list: { type: 'array', items: { type: 'string' } },
      number: { type: 'number' },
      login: {
        type: 'object',
        properties: { key: { type: ['string', 'null'] } },
      },
    },
    dependencies: {
      name: { oneOf: [{ properties: { key: { type: 'string' } } }] },
    },
  };
  const before = structuredClone(schema);
  const masked: any = maskSchema({
    schema: schema as any,
    secretParameters: ['key', 'own', 'text', 'list', 'number', 'login.key'],
  });
  expect(schema).toEqual(before);
  const review = { review: { mask: '******' } };
  const marked = {
    'ui:widget': 'password',
    'ui:autocomplete': 'off',
    'ui:backstage': review,
  };
  const { properties } = masked;
  expect(properties.name).toEqual({ type: 'string' });
  expect(properties.key).toEqual({ type: 'string', title: 'Key', ...marked });
  expect(properties.login.properties.key).toMatchObject(marked);
  expect(masked.dependencies.name.oneOf[0].properties.key).toMatchObject(
    marked,
  );
  for (const [name, field] of Object.entries({
    own: { 'ui:field': 'Secret' },
    text: { 'ui:widget': 'textarea' },
    list: {},
    number: {},
  })) {
    const { 'ui:widget': widget = undefined } = field as any;
    expect(properties[name]).toMatchObject({
      ...field,
      'ui:backstage': review,
    });
    expect(properties[name]['ui:widget']).toBe(widget);
  }
});

it('keeps what the author says of the review', () => {
  const masked: any = maskSchema({
    schema: {
      properties: {
        key: {
          type: 'string',
          'ui:backstage': { review: { show: false, mask: '(hidden)' } },
        },
      },
    },
    secretParameters: ['key'],
  });
  expect(masked.properties.key['ui:backstage']).toEqual({
    review: { show: false, mask: '(hidden)' },
  });
});
