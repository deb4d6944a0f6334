import { LineCounter, parseDocument } from 'yaml';
import { checkTemplate, keyOf, positionOf, type KnownActions } from '.';

const ACTIONS: KnownActions = new Map([
  ['fetch:template', {}],
  ['publish:github', { inputs: ['repoUrl', 'secrets'], required: ['repoUrl'] }],
]);

/** Findings as `line:column level key message`. */
function check(text: string, options: { actions?: KnownActions } = {}) {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  return checkTemplate({ value: yaml.toJSON(), ...options }).map(
    ({ level, path, at, message }) => {
      const { line, column } = positionOf({
        document: { yaml, lines },
        path,
        at,
      });
      return `${line}:${column} ${level} ${keyOf(path)} ${message}`;
    },
  );
}

const template = (...spec: string[]) =>
  ['kind: Template', 'spec:', ...spec.map(line => `  ${line}`)].join('\n');

describe('checkTemplate', () => {
  it('finds nothing in a template that is as it should be', () => {
    expect(
      check(
        template(
          'parameters:',
          '  - required: [name]',
          '    properties:',
          '      name: {type: string, pattern: "^[a-z]+$", default: a}',
          'steps:',
          '  - id: fetch',
          '    action: fetch:template',
          '    input: {url: ./skeleton, values: {name: "${{ parameters.name | upper }}"}}',
          '  - id: publish',
          '    action: publish:github',
          '    input: {repoUrl: "${{ steps[\'fetch\'].output.url }}"}',
          'output: {links: [{url: "${{ steps.publish.output.remoteUrl }}"}]}',
        ),
        { actions: ACTIONS },
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'an action that is not there',
      ['steps:', '  - action: kube:apply'],
      '4:15 error spec.steps[0].action The action kube:apply is not installed here.',
    ],
    [
      'an input that the action does not take',
      [
        'steps:',
        '  - action: publish:github',
        '    input:',
        '      repoUrl: x',
        '      title: y',
      ],
      '7:9 error spec.steps[0].input.title The action publish:github takes no input title.',
    ],
    [
      'an input that is missing',
      ['steps:', '  - action: publish:github', '    input: {}'],
      '5:7 error spec.steps[0].input The action publish:github needs the input repoUrl.',
    ],
    [
      'an id that comes twice',
      [
        'steps:',
        '  - {id: a, action: fetch:template}',
        '  - {id: a, action: fetch:template}',
      ],
      '5:12 error spec.steps[1].id The step 1 has the id a already: its outputs would be lost, and a run that is resumed would leave this step out.',
    ],
    [
      'an expression that does not end',
      ['output:', '  text: "a ${{ parameters.x"'],
      '4:11 error spec.output.text The expression cannot be read: Unterminated variable tag. The scaffolder would use the text as it stands.',
    ],
    [
      'a filter that there is not',
      ['output:', '  text: ${{ "a" | now }}'],
      '4:11 warning spec.output.text There is no filter now. The scaffolder would use the text as it stands.',
    ],
    [
      'a step that comes later',
      [
        'steps:',
        '  - id: a',
        '    action: fetch:template',
        '    input: {url: "${{ steps.b.output.x }}"}',
      ],
      '6:20 warning spec.steps[0].input.url No step before this one has the id b; the value will be empty.',
    ],
    [
      'a parameter that nobody asks for',
      ['parameters: []', 'output:', '  text: ${{ parameters.x }}'],
      '5:11 warning spec.output.text No page asks for the parameter x.',
    ],
    [
      'a page that is empty',
      ['parameters:', '  - ', 'steps: []'],
      '4:7 error spec.parameters[0] A page of the form must be a mapping with title and properties, but is empty.',
    ],
    [
      'fields that are a list',
      ['parameters:', '  properties: []'],
      '4:5 error spec.parameters.properties properties must be a mapping from names to fields, but is a list.',
    ],
    [
      'a field that is required and not there',
      ['parameters:', '  required: [a]', '  properties: {}'],
      '4:16 error spec.parameters.required[0] a is required, but the page has no such field: nobody can get past it.',
    ],
    [
      'a default of another type',
      ['parameters:', '  properties:', '    a: {type: string, default: 1}'],
      '5:34 warning spec.parameters.properties.a.default The default of a is a number, its type is string.',
    ],
    [
      'a setting that is no longer read',
      [
        'steps:',
        '  - action: fetch:template',
        '    input: {copyWithoutRender: [a]}',
      ],
      '5:15 warning spec.steps[0].input.copyWithoutRender copyWithoutRender is no longer read: all files are rendered, workflows with expressions of their own among them.',
    ],
  ])('finds %s', (_, spec, expected) => {
    expect(check(template(...spec), { actions: ACTIONS })).toEqual([expected]);
  });

  it('tells of a pattern that is no regular expression', () => {
    expect(
      check(template('parameters:', '  properties:', '    a: {pattern: "("}')),
    ).toEqual([
      expect.stringMatching(
        /^5:20 error spec\.parameters\.properties\.a\.pattern The pattern of a is no regular expression/,
      ),
    ]);
  });

  it('takes names in quotes for text, and knows parameters of alternatives', () => {
    expect(
      check(
        template(
          'parameters:',
          '  dependencies:',
          '    a: {oneOf: [{properties: {b: {type: string}}}]}',
          'output:',
          '  text: ${{ parameters.b + " parameters.c " }}',
        ),
      ),
    ).toEqual([]);
  });

  it('never throws, whatever a document holds', () => {
    const odd: unknown[] = [
      undefined,
      null,
      [],
      'x',
      { spec: null },
      { spec: [] },
      { spec: { steps: 'x', parameters: 7, output: [] } },
      { spec: { steps: [null, [], { id: 1, action: 2, input: [] }] } },
      {
        spec: { parameters: { properties: { a: null, b: { properties: 3 } } } },
      },
      { spec: { parameters: [{ allOf: [null, { required: 'x' }] }] } },
      { spec: { steps: [JSON.parse('{"__proto__": {"id": "x"}}')] } },
      { spec: { output: '${{ '.repeat(5_000) } },
    ];
    let nested: unknown = '${{ x';
    for (let depth = 0; depth < 5_000; depth++) {
      nested = { nested };
    }
    for (const value of [...odd, { spec: { output: nested } }]) {
      expect(() => checkTemplate({ value, actions: ACTIONS })).not.toThrow();
    }
  });

  it('looks at expressions no longer than it may, and tells the rest', () => {
    const value = {
      spec: {
        parameters: [{ required: ['lost'] }],
        output: { text: '${{ ' },
      },
    };
    const found = (patienceMs?: number) =>
      checkTemplate({ value, patienceMs }).map(({ rule }) => rule);
    expect(found()).toEqual(['template-parameter', 'template-expression']);
    expect(found(0)).toEqual(['template-parameter']);
  });
});
