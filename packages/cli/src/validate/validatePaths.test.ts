import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatReport } from './formatReport';
import { validatePaths } from './validatePaths';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'validate-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Record<string, string>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
}

const validate = (...paths: string[]) => validatePaths({ paths, cwd: root });

const lines = (...text: string[]) => `${text.join('\n')}\n`;

const component = (...rest: string[]) =>
  lines('apiVersion: backstage.io/v1alpha1', 'kind: Component', ...rest);

const SPEC = [
  'spec:',
  '  type: service',
  '  lifecycle: production',
  '  owner: team',
];

type Case = {
  name: string;
  content: string;
  /** `line:column level rule costs`, in the order of the report, and a part of each message. */
  expected: [string, string][];
};

const CASES: Case[] = [
  {
    name: 'a valid component',
    content: component('metadata:', '  name: orders', ...SPEC),
    expected: [],
  },
  {
    name: 'CRLF, comments and an empty document are fine',
    content: component(
      '# c',
      'metadata:',
      '  name: orders',
      ...SPEC,
      '---',
    ).replace(/\n/g, '\r\n'),
    expected: [],
  },
  {
    name: 'annotations without a value, which the catalog reads as none',
    content: component(
      'metadata:',
      '  name: orders',
      '  annotations:',
      ...SPEC,
    ),
    expected: [],
  },
  {
    name: 'all syntax errors of a document, not only the first',
    content: component(
      'metadata:',
      '  name: orders',
      '  name: orders',
      'spec:',
      '  type: a',
      '  type: b',
    ),
    expected: [
      ['5:3 error yaml file', 'Map keys must be unique'],
      ['8:3 error yaml file', 'Map keys must be unique'],
    ],
  },
  {
    name: 'a tab as indentation',
    content: component('metadata:', '\tname: orders'),
    expected: [['4:1 error yaml file', 'Tabs are not allowed']],
  },
  {
    name: 'an alias to an anchor that is not there',
    content: component('metadata:', '  name: *nowhere', ...SPEC),
    expected: [['4:9 error yaml file', 'no anchor &nowhere']],
  },
  {
    name: 'a document that is a list, between good ones',
    content: lines(
      component('metadata:', '  name: a', ...SPEC).trim(),
      '---',
      '- one',
      '---',
      component('metadata:', '  name: b', ...SPEC).trim(),
    ),
    expected: [['10:1 error yaml file', 'found a list']],
  },
  {
    name: 'a file without any entity',
    content: '# nothing yet\n',
    expected: [['1:1 warning empty nothing', 'holds no entity']],
  },
  {
    name: 'a missing name, together with what is wrong below spec',
    content: component(
      'metadata:',
      '  title: Orders',
      'spec:',
      '  type: service',
    ),
    expected: [
      ['3:1 error envelope file', 'metadata.name is missing'],
      ['5:1 error schema entity', 'spec.lifecycle is missing'],
      ['5:1 error schema entity', 'spec.owner is missing'],
    ],
  },
  {
    name: 'neither kind nor apiVersion',
    content: lines('metadata:', '  name: orders', 'spec: {}'),
    expected: [
      ['1:1 error envelope file', 'apiVersion is missing'],
      ['1:1 error envelope file', 'kind is missing'],
    ],
  },
  {
    name: 'a name that is a number',
    content: component('metadata:', '  name: 42', ...SPEC),
    expected: [
      ['4:9 error envelope file', 'metadata.name must be a string, but is 42'],
    ],
  },
  {
    name: 'an owner without a value, and a missing lifecycle',
    content: component(
      'metadata:',
      '  name: orders',
      'spec:',
      '  type: service',
      '  owner:',
    ),
    expected: [
      ['5:1 error schema entity', 'spec.lifecycle is missing'],
      ['7:3 error schema entity', 'spec.owner must be a string, but is empty'],
    ],
  },
  {
    name: 'no spec at all',
    content: component('metadata:', '  name: orders'),
    expected: [['1:1 error schema entity', 'spec is missing']],
  },
  {
    name: 'every format that is wrong',
    content: component(
      'metadata:',
      '  name: Order Service',
      '  namespace: Shop',
      '  labels:',
      '    tier: not a label!',
      '  annotations:',
      '    Bad/Prefix/Key: x',
      '  tags:',
      '    - good',
      '    - Not Good',
      '  links:',
      '    - url: no-scheme',
      ...SPEC,
    ),
    expected: [
      ['4:9 error format entity', '"metadata.name" is not valid'],
      ['5:14 error format entity', '"metadata.namespace" is not valid'],
      ['7:5 error format entity', '"labels.tier" is not valid'],
      ['9:5 error format entity', '"annotations.Bad/Prefix/Key" is not valid'],
      ['12:7 error format entity', '"tags" is not valid'],
      ['14:7 error format entity', '"links.url" is not valid'],
    ],
  },
  {
    name: 'a name of 64 characters',
    content: component('metadata:', `  name: ${'a'.repeat(64)}`, ...SPEC),
    expected: [['4:9 error format entity', 'at most 63 characters']],
  },
  {
    name: 'fields at the root that belong elsewhere',
    content: component('metadata:', '  name: orders', 'dependsOn: []', ...SPEC),
    expected: [
      ['5:1 error schema entity', 'dependsOn is not a field of an entity'],
    ],
  },
  {
    name: 'an annotation that is no string',
    content: component(
      'metadata:',
      '  name: orders',
      '  annotations:',
      '    example.com/enabled: true',
      ...SPEC,
    ),
    expected: [['6:26 error schema entity', 'must be a string, but is true']],
  },
  {
    name: 'a kind in the wrong case',
    content: lines(
      'apiVersion: backstage.io/v1alpha1',
      'kind: component',
      'metadata: { name: orders }',
      'spec: { type: service, lifecycle: production, owner: team }',
    ),
    expected: [['2:7 error kind entity', 'recognizes kind component']],
  },
  {
    name: 'a kind of another product',
    content: lines(
      'apiVersion: example.com/v1',
      'kind: Environment',
      'metadata: { name: staging }',
    ),
    expected: [['2:7 error kind entity', 'recognizes kind Environment']],
  },
  {
    name: 'a template of an old version',
    content: lines(
      'apiVersion: backstage.io/v1beta2',
      'kind: Template',
      'metadata: { name: service }',
      'spec: { type: service, steps: [] }',
    ),
    expected: [['1:13 error kind entity', 'apiVersion backstage.io/v1beta2']],
  },
  {
    name: 'a template whose step has no action',
    content: lines(
      'apiVersion: scaffolder.backstage.io/v1beta3',
      'kind: Template',
      'metadata:',
      '  name: service',
      'spec:',
      '  type: service',
      '  parameters: text',
      '  steps:',
      '    - id: one',
    ),
    expected: [
      [
        '7:15 error schema entity',
        'spec.parameters must be a mapping or a list',
      ],
      ['9:7 error schema entity', 'spec.steps.0.action is missing'],
    ],
  },
  {
    name: 'references that cannot be read, while unknown entities are no error',
    content: component(
      'metadata:',
      '  name: orders',
      ...SPEC,
      '  system: nowhere-to-be-found',
      '  dependsOn:',
      '    - resource:orders-db',
      '    - orders-db',
    ),
    expected: [['12:7 error reference entity', 'missing or empty kind']],
  },
  {
    name: 'the same entity twice in one file, whatever the case',
    content: lines(
      component('metadata:', '  name: orders', ...SPEC).trim(),
      '---',
      component('metadata:', '  name: Orders', ...SPEC).trim(),
    ),
    expected: [
      [
        '13:9 error duplicate entity',
        'defined already, in catalog-info.yaml:4',
      ],
    ],
  },
];

describe('one file', () => {
  it.each(CASES)('$name', async ({ content, expected }) => {
    write({ 'catalog-info.yaml': content });
    const report = await validate('catalog-info.yaml');
    expect(
      report.problems.map(
        p => `${p.line}:${p.column} ${p.level} ${p.rule} ${p.costs}`,
      ),
    ).toEqual(expected.map(([place]) => place));
    report.problems.forEach((problem, index) => {
      expect(problem.file).toBe('catalog-info.yaml');
      expect(problem.message).toContain(expected[index][1]);
      expect(problem.remedy).not.toBe('');
    });
    expect(report.ok).toBe(
      !expected.some(([place]) => place.includes('error')),
    );
  });

  it('names the entity, or else the document', async () => {
    write({
      'a.yaml': lines(
        component('metadata: { name: A, namespace: shop }').trim(),
        '---',
        'kind: Component',
      ),
    });
    const { problems } = await validate('a.yaml');
    expect(problems[0]).toMatchObject({
      entity: 'component:shop/a',
      document: 1,
    });
    expect(problems[1].entity).toBeUndefined();
    expect(problems[1]).toMatchObject({ document: 2, line: 5 });
  });

  it('takes kinds that the operator allows', async () => {
    write({
      'a.yaml': lines(
        'apiVersion: example.com/v1',
        'kind: Environment',
        'metadata: { name: staging }',
      ),
    });
    const report = await validatePaths({
      paths: ['a.yaml'],
      cwd: root,
      allowedKinds: ['Environment'],
    });
    expect(report).toMatchObject({ ok: true, entities: 1, problems: [] });
  });
});

describe('placeholders and targets', () => {
  const api = (...definition: string[]) =>
    lines(
      'apiVersion: backstage.io/v1alpha1',
      'kind: API',
      'metadata:',
      '  name: orders',
      'spec:',
      '  type: openapi',
      '  lifecycle: production',
      '  owner: team',
      ...definition,
    );

  it.each<[string, string[], Record<string, string>, [number, string][]]>([
    [
      'a file that is there',
      ['  definition:', '    $text: ./api.yaml'],
      { 'api.yaml': 'x' },
      [],
    ],
    [
      'a missing file, with a space before the colon',
      ['  definition:', '    $text : ./api.yaml'],
      {},
      [[10, 'does not exist: ./api.yaml']],
    ],
    [
      'a URL',
      ['  definition:', '    $text: https://example.com/api.yaml'],
      {},
      [],
    ],
    [
      'text in place of a path',
      [
        '  definition:',
        '    $text: |',
        '      openapi: 3.0.0',
        '      info: {}',
      ],
      {},
      [[10, 'holds text of its own']],
    ],
    [
      'a list in place of a path',
      ['  definition:', '    $text: [a]'],
      {},
      [[10, '$text must name a file']],
    ],
    [
      'JSON where text is expected',
      ['  definition:', '    $json: ./api.json'],
      { 'api.json': '{"a": 1}' },
      [[9, 'spec.definition must be a string']],
    ],
    [
      'a file that is not JSON',
      ['  definition:', '    $json: ./api.json'],
      { 'api.json': '{' },
      [[10, 'is not JSON']],
    ],
    [
      'a file that is not YAML',
      ['  definition:', '    $yaml: ./api.yaml'],
      { 'api.yaml': 'a: b: c' },
      [[10, 'is not YAML']],
    ],
    [
      'a file outside of the repository',
      ['  definition:', '    $text: ../outside.yaml'],
      { '.git/HEAD': '' },
      [[10, 'outside of the repository']],
    ],
    [
      'a path from the root of the repository',
      ['  definition:', '    $text: /docs/api.yaml'],
      { '.git/HEAD': '', 'docs/api.yaml': 'x' },
      [],
    ],
  ])('%s', async (_, definition, files, expected) => {
    write({ 'catalog-info.yaml': api(...definition), ...files });
    const { problems } = await validate('catalog-info.yaml');
    expect(problems.map(({ line }) => line)).toEqual(
      expected.map(([line]) => line),
    );
    problems.forEach((problem, index) =>
      expect(problem.message).toContain(expected[index][1]),
    );
  });

  it('warns of what a template will not do, with line and key', async () => {
    write({
      'template.yaml': lines(
        'apiVersion: scaffolder.backstage.io/v1beta3',
        'kind: Template',
        'metadata: { name: service }',
        'spec:',
        '  type: service',
        '  steps:',
        '    - id: a',
        '      action: debug:log',
        '      input:',
        '        message: ${{ parameters.x | now }',
      ),
    });
    const report = await validate('.');
    expect(report.ok).toBe(true);
    expect(report.problems).toMatchObject([
      {
        level: 'warning',
        rule: 'template-expression',
        line: 10,
        column: 18,
        key: 'spec.steps[0].input.message',
        costs: 'nothing',
      },
    ]);
    expect(formatReport(report)).toContain(
      'spec.steps[0].input.message: The expression cannot be read',
    );
  });

  it('warns that $openapi needs a module', async () => {
    write({
      'catalog-info.yaml': api('  definition:', '    $openapi: ./api.yaml'),
      'api.yaml': 'x',
    });
    const report = await validate('.');
    expect(report.ok).toBe(true);
    expect(report.problems).toMatchObject([{ level: 'warning', line: 10 }]);
  });

  it('finds targets of a Location that do not exist', async () => {
    write({
      'a/catalog-info.yaml': lines(
        'apiVersion: backstage.io/v1alpha1',
        'kind: Location',
        'metadata:',
        '  name: all',
        'spec:',
        '  target: ./gone.yaml',
        '  targets:',
        '    - ./here.yaml',
        '    - ../b/*.yaml',
        '    - ../c/*.yaml',
        '    - https://example.com/catalog-info.yaml',
      ),
      'a/here.yaml': 'x',
      'b/x.yaml': 'x',
    });
    const report = await validate('.');
    expect(report.problems.map(p => [p.rule, p.line, p.message])).toEqual([
      ['target', 6, 'The target does not exist: ./gone.yaml.'],
      ['target', 10, 'The target does not exist: ../c/*.yaml.'],
    ]);
    expect(report.urlsNotFetched).toBe(1);
  });

  it('lets an optional target be missing', async () => {
    write({
      'catalog-info.yaml': lines(
        'apiVersion: backstage.io/v1alpha1',
        'kind: Location',
        'metadata: { name: all }',
        'spec: { target: ./gone.yaml, presence: optional }',
      ),
    });
    expect((await validate('.')).problems).toEqual([]);
  });
});

describe('folders', () => {
  it('takes descriptors and leaves other files and skeletons alone', async () => {
    const good = (name: string) =>
      component('metadata:', `  name: ${name}`, ...SPEC);
    write({
      'catalog-info.yaml': good('root'),
      '.backstage/catalog-info.yml': good('hidden'),
      'org/teams.yaml': good('teams'),
      'deploy/deployment.yaml': lines(
        'apiVersion: apps/v1',
        'kind: Deployment',
      ),
      'values.yaml': 'a: [',
      'node_modules/x/catalog-info.yaml': 'a: [',
      'plain/catalog-info.yaml': lines(
        'apiVersion: backstage.io/v1alpha1',
        'kind: Component',
        'metadata:',
        '  name: {{ cookiecutter.name }}',
      ),
      't/template.yaml': lines(
        'apiVersion: scaffolder.backstage.io/v1beta3',
        'kind: Template',
        'metadata: { name: service }',
        'spec:',
        '  type: service',
        '  parameters: { properties: { name: { type: string } } }',
        '  steps:',
        '    - action: fetch:template',
        '      input:',
        '        url: ./content',
        '        values: { name: "${{ parameters.name }}" }',
      ),
      't/content/catalog-info.yaml': lines('kind: Component'),
      't/content/${{ values.name }}/catalog-info.yaml': good('fetched'),
    });
    const report = await validate('.');
    expect(report.problems).toEqual([]);
    expect(report).toMatchObject({ ok: true, files: 4, entities: 4 });
    expect(report.skipped.map(({ file }) => file)).toEqual([
      'plain/catalog-info.yaml',
      't/content/${{ values.name }}/catalog-info.yaml',
      't/content/catalog-info.yaml',
    ]);
  });

  it('always checks a file that is named', async () => {
    write({
      'skeleton/catalog-info.yaml': component(
        'metadata:',
        '  name: ${{ values.name }}',
        ...SPEC,
      ),
    });
    expect((await validate('.')).problems).toEqual([]);
    expect(
      (await validate('skeleton/catalog-info.yaml')).problems,
    ).toMatchObject([{ rule: 'format', line: 4 }]);
  });

  it('finds the same entity in two files, each file once', async () => {
    const text = component('metadata:', '  name: orders', ...SPEC);
    write({ 'a/catalog-info.yaml': text, 'b/catalog-info.yaml': text });
    const report = await validate('.', 'a/catalog-info.yaml');
    expect(report.files).toBe(2);
    expect(report.problems).toMatchObject([
      {
        rule: 'duplicate',
        file: 'b/catalog-info.yaml',
        line: 4,
        message: expect.stringContaining('a/catalog-info.yaml:4'),
      },
    ]);
  });

  it('refuses paths that do not exist', async () => {
    await expect(validate('nope', 'neither')).rejects.toThrow(
      'No such file or folder: nope, neither.',
    );
  });
});

describe('limits', () => {
  // What has no limit takes minutes. A second is usual; a busy machine takes several.
  const LIMIT_MS = 10_000;
  // Time of the processor, not of the clock: other tests run beside this one.
  const within = async (milliseconds: number, check: () => Promise<void>) => {
    const start = process.cpuUsage();
    await check();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(milliseconds);
  };

  it.each<[string, () => string | Buffer, string]>([
    ['100 MB', () => Buffer.alloc(100 * 1024 * 1024, 'a'), '100 MiB'],
    [
      '10,000 documents',
      () => 'kind: Component\n---\n'.repeat(10_000),
      'more than 5000 documents',
    ],
    [
      'an alias bomb',
      () =>
        lines(
          'a0: &a0 [x,x,x,x,x,x,x,x,x]',
          ...Array.from(
            { length: 9 },
            (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`,
          ),
        ),
      'resource exhaustion',
    ],
    ['nesting without end', () => `a: ${'['.repeat(50_000)}`, 'Not YAML'],
  ])('%s is refused at once', async (_, content, message) => {
    writeFileSync(join(root, 'catalog-info.yaml'), content());
    await validate('.');
    await within(LIMIT_MS, async () => {
      const { problems } = await validate('.');
      expect(problems).toMatchObject([
        {
          rule: 'limit',
          costs: 'file',
          message: expect.stringContaining(message),
        },
      ]);
    });
  });
});
