import { rejectedTemplates } from './rejectedTemplates';

const HEAD = [
  'apiVersion: scaffolder.backstage.io/v1beta3',
  'kind: Template',
  'metadata: { name: service }',
];

const check = (...lines: string[]) =>
  rejectedTemplates({ text: lines.join('\n'), file: 'template.yaml' });

describe('rejectedTemplates', () => {
  it('says of every fault where it is', () => {
    expect(
      check(
        'kind: Component',
        '---',
        ...HEAD,
        'spec:',
        '  type: 7',
        '  steps:',
        '    - name: first',
        '    - action: debug:log',
        '      input: none',
      ),
    ).toEqual([
      {
        name: 'service',
        message: expect.stringMatching(
          /^template\.yaml:7:9 spec\.type: .* template\.yaml:9:7 spec\.steps\[0\]\.action: .* template\.yaml:11:14 spec\.steps\[1\]\.input: /,
        ),
      },
    ]);
  });

  it('finds nothing in a good template', () => {
    expect(
      check(...HEAD, 'spec: {type: x, steps: [{action: debug:log}]}'),
    ).toEqual([]);
  });

  it('leaves templates alone that take a part from another file', () => {
    expect(
      check(...HEAD, 'spec: {type: x, steps: [{$yaml: ./steps.yaml}]}'),
    ).toEqual([]);
  });

  it.each([
    ['other kinds', 'kind: Component\nspec: 7'],
    ['what is not YAML', 'kind: Template\nspec: ['],
    ['nothing', ''],
    [
      'aliases without end',
      `kind: Template\na: &a [1]\n${Array.from(
        { length: 12 },
        (_, index) =>
          `b${index}: &b${index} [${`*${
            index ? `b${index - 1}` : 'a'
          }, `.repeat(9)}]`,
      ).join('\n')}`,
    ],
  ])('leaves %s to the catalog', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});
