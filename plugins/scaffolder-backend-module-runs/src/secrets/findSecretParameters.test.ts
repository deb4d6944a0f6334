import { findSecretParameters } from './findSecretParameters';

const publish = (input: any, more: any = {}) => [
  { action: 'publish:github', input, ...more },
];

describe('parameters that feed an input named secrets', () => {
  it.each<[string, any, string[]]>([
    ['a name', '${{ parameters.apiKey }}', ['apiKey']],
    ['a bracket', "${{ parameters['api-key'] }}", ['api-key']],
    ['double quotes', '${{ parameters["api.key"] }}', ['api\\.key']],
    ['a filter', '${{ parameters.apiKey | trim | dump }}', ['apiKey']],
    [
      'an argument of a filter',
      '${{ "x" | replace("x", parameters.apiKey) }}',
      ['apiKey'],
    ],
    ['text round it', 'Bearer ${{ parameters.apiKey }}!', ['apiKey']],
    [
      'a block',
      '{% if parameters.a %}${{ parameters.b }}{% endif %}',
      ['a', 'b'],
    ],
    ['an alias', '{% set k = parameters.apiKey %}${{ k }}', ['apiKey']],
    ['a condition', '${{ parameters.a if parameters.b else "" }}', ['a', 'b']],
    ['a nested object', '${{ parameters.login.key }}', ['login.key']],
    ['a property of a text', '${{ parameters.apiKey.length }}', ['apiKey']],
    ['an item of a list', '${{ parameters.keys[0] }}', ['keys']],
    ['deep below it', { a: [{ b: '${{ parameters.apiKey }}' }] }, ['apiKey']],
    [
      'quotes that close nothing',
      "${{ '}}' + parameters.apiKey }}",
      ['apiKey'],
    ],
    ['no end', '${{ parameters.apiKey', ['apiKey']],
    ['no expression', 'parameters.apiKey', []],
    ['a word in quotes', "${{ 'parameters.apiKey' }}", []],
    ['a member of another', '${{ steps.x.output.parameters.apiKey }}', []],
    ['a secret', '${{ secrets.USER_OAUTH_TOKEN }}', []],
  ])('by %s', (_, value, found) => {
    const parameters = {
      properties: {
        login: { type: 'object', properties: { key: { type: 'string' } } },
        apiKey: { type: 'string' },
        keys: { type: 'array', items: { type: 'string' } },
      },
    };
    expect(
      findSecretParameters({
        parameters,
        steps: publish({ secrets: { KEY: value } }),
      }),
    ).toEqual(found);
  });

  it('by the list that a step repeats over', () => {
    expect(
      findSecretParameters({
        parameters: [],
        steps: publish(
          { secrets: { KEY: '${{ each.value }}' } },
          { each: '${{ parameters.keys }}' },
        ),
      }),
    ).toEqual(['keys']);
  });

  it('takes every text where the name is made at run time or all are passed', () => {
    const parameters = [
      { properties: { a: { type: 'string' }, n: { type: 'number' } } },
      { properties: { b: { type: 'string' } } },
    ];
    for (const secrets of [
      '${{ parameters }}',
      { K: '${{ parameters[parameters.n] }}' },
      '${{ parameters | dump }}',
    ]) {
      expect(
        findSecretParameters({ parameters, steps: publish({ secrets }) }),
      ).toEqual(expect.arrayContaining(['a', 'b']));
    }
  });

  it('knows further inputs of an action', () => {
    expect(
      findSecretParameters({
        parameters: {},
        steps: [
          { action: 'acme:call', input: { key: '${{ parameters.a }}' } },
          { action: 'acme:else', input: { key: '${{ parameters.b }}' } },
        ],
        actionSecrets: { 'acme:call': ['key'] },
      }),
    ).toEqual(['a']);
  });
});

describe('parameters that are marked', () => {
  it.each<[string, any]>([
    ['password widget', { 'ui:widget': 'password' }],
    ['widget in options', { 'ui:options': { widget: 'password' } }],
    ['Secret field', { 'ui:field': 'Secret' }],
    ['secret field', { 'ui:field': 'secret' }],
    ['format', { format: 'password' }],
    ['writeOnly', { writeOnly: true }],
  ])('by %s, wherever the field stands', (_, mark) => {
    const field = { type: 'string', ...mark };
    const found = (page: any) =>
      findSecretParameters({
        parameters: [{ properties: {} }, page],
        steps: [],
      });
    expect(found({ properties: { x: field } })).toEqual(['x']);
    expect(
      found({
        properties: { a: { type: 'object', properties: { x: field } } },
      }),
    ).toEqual(['a.x']);
    expect(
      found({
        dependencies: {
          on: { oneOf: [{ properties: { on: {}, x: field } }] },
          off: ['on'],
        },
      }),
    ).toEqual(['x']);
    expect(found({ allOf: [{ then: { properties: { x: field } } }] })).toEqual([
      'x',
    ]);
    expect(
      found({ anyOf: [{ properties: { list: { items: field } } }] }),
    ).toEqual(['list']);
    expect(
      found({
        definitions: { key: field },
        properties: { x: { $ref: '#/definitions/key' } },
      }),
    ).toEqual(['x']);
  });

  it('never by their name alone', () => {
    expect(
      findSecretParameters({
        parameters: {
          properties: {
            connection_secret: { type: 'string' },
            secretsDetection: { type: 'boolean' },
            password: { type: 'string' },
            token: { type: 'string' },
          },
        },
        steps: publish({
          secretsDetection: '${{ parameters.secretsDetection }}',
          values: { connection_secret: '${{ parameters.connection_secret }}' },
          name: '${{ parameters.password }}',
        }),
      }),
    ).toEqual([]);
  });

  it('ends where a schema refers to itself', () => {
    const parameters = {
      definitions: {
        tree: {
          properties: {
            leaf: { 'ui:widget': 'password' },
            left: { $ref: '#/definitions/tree' },
          },
        },
      },
      $ref: '#/definitions/tree',
    };
    expect(findSecretParameters({ parameters, steps: [] })).toContain('leaf');
  });
});

it('reads a long expression in little time', () => {
  const started = performance.now();
  findSecretParameters({
    parameters: {},
    steps: publish({
      secrets: [`\${{ ${'"'.repeat(100_001)}`, '{'.repeat(200_000)],
    }),
  });
  expect(performance.now() - started).toBeLessThan(1_000);
});
