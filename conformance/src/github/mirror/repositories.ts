/** A repository of the test: files by path, and what GitHub knows of it. */
export interface TestRepository {
  name: string;
  files: Record<string, string>;
  isFork?: boolean;
  archived?: boolean;
  defaultBranch?: string;
  topics?: string[];
  visibility?: 'public' | 'private' | 'internal';
}

/** A component, with more of its metadata and spec in YAML's flow style. */
function component(name: string, metadata = '', spec = ''): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}, description: The ${name}${metadata}}
spec: {type: service, lifecycle: production, owner: web${spec}}
`;
}

const location = (name: string, targets: string) =>
  `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: {name: ${name}}
spec: {targets: [${targets}]}
`;

const FILE = 'catalog-info.yaml';

/** One repository for each way in which a descriptor can be: what stock reads of them, ours has to read. */
export function repositories(options: { url: string }): TestRepository[] {
  const { url } = options;
  return [
    { name: 'plain', files: { [FILE]: component('plain') } },
    {
      name: 'related',
      visibility: 'private',
      files: {
        [FILE]: component(
          'related',
          ', annotations: {own/one: stays, backstage.io/techdocs-ref: "dir:."}, labels: {a: b}, tags: [one]',
          ', system: sales, dependsOn: ["component:plain", "resource:store"], providesApis: [texts]',
        ),
      },
    },
    {
      name: 'several',
      files: {
        [FILE]: [
          component('first'),
          'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: sales}\nspec: {owner: web}\n',
          'apiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata: {name: store, namespace: other}\nspec: {type: database, owner: user:mel, system: sales}\n',
          '',
        ].join('---\n'),
      },
    },
    {
      name: 'texts',
      files: {
        [FILE]: `apiVersion: backstage.io/v1alpha1
kind: API
metadata: {name: texts}
spec:
  type: openapi
  lifecycle: production
  owner: web
  definition:
    $text: ./api/openapi.yaml
`,
        'api/openapi.yaml': 'openapi: 3.0.0\n',
      },
    },
    {
      name: 'pointing',
      files: {
        [FILE]: location(
          'pointing',
          `./libs/*/catalog-info.yaml, ./more.yaml, "${url}/acme/elsewhere/blob/main/other.yaml"`,
        ),
        'libs/one/catalog-info.yaml': component('lib-one'),
        'libs/two/catalog-info.yaml': component('lib-two'),
        'more.yaml': component('more'),
      },
    },
    { name: 'elsewhere', files: { 'other.yaml': component('elsewhere') } },
    {
      name: 'nested',
      files: {
        'services/one/catalog-info.yaml': component('service-one'),
        'services/two/catalog-info.yaml': component('service-two'),
        'services/catalog-info.yaml': component('not-found'),
        'README.md': 'Two services\n',
      },
    },
    { name: 'none', files: { 'README.md': 'Nothing here\n' } },
    { name: 'forked', isFork: true, files: { [FILE]: component('forked') } },
    { name: 'old', archived: true, files: { [FILE]: component('old') } },
    {
      name: 'trunked',
      defaultBranch: 'trunk',
      files: { [FILE]: component('trunked') },
    },
    {
      name: 'tagged',
      topics: ['backstage', 'java'],
      files: { 'topic.yaml': component('tagged') },
    },
    {
      name: 'untagged',
      topics: ['backstage', 'old'],
      files: { 'topic.yaml': component('untagged') },
    },
    {
      name: 'large',
      files: { [FILE]: `# ${'x'.repeat(400_000)}\n${component('large')}` },
    },
    {
      name: 'spoken',
      files: { [FILE]: component('spoken').replace('The', 'Grüße 🙂 –') },
    },
    {
      name: 'windows',
      files: { [FILE]: component('windows').replace(/\n/g, '\r\n') },
    },
    { name: 'empty-file', files: { [FILE]: '' } },
    { name: 'broken', files: { [FILE]: `${component('broken')}---\na: [b\n` } },
    { name: 'unkind', files: { [FILE]: 'kind: Component\nspec: {}\n' } },
    {
      name: 'missing',
      files: { [FILE]: location('missing', './nowhere.yaml') },
    },
  ];
}
