import { judgeDescriptor } from './judgeDescriptor';

const judge = (text: string) =>
  judgeDescriptor({ path: 'catalog-info.yaml', text });

const entity = (more = '', name = 'shop') => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
${more}spec:
  type: service
  lifecycle: production
  owner: web
`;

it.each<[string, string]>([
  ['a component', entity()],
  ['several documents, one of them empty', `${entity()}---\n---\n${entity()}`],
  [
    'a kind that stock does not know',
    entity().replace('kind: Component', 'kind: Robot'),
  ],
  [
    'an API whose definition is elsewhere',
    entity()
      .replace('kind: Component', 'kind: API')
      .concat('  definition:\n    $text: ./openapi.yaml\n'),
  ],
  [
    'a location',
    'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: all\nspec:\n  targets: [./a.yaml]\n',
  ],
])('takes %s', async (_, text) => {
  expect(await judge(text)).toEqual([]);
});

it.each<[string, string, RegExp[]]>([
  ['nothing', '', [/^catalog-info\.yaml is empty$/]],
  ['what is no YAML', 'kind: [a\n', [/^catalog-info\.yaml: not valid YAML, /]],
  ['a list', '- a\n', [/has to be a map/]],
  ['a name that is none', entity('', 'my shop'), [/metadata\.name/]],
  [
    'a component without an owner',
    entity().replace(/ {2}owner.*\n/, ''),
    [/owner/],
  ],
  [
    'each document that is wrong',
    `${entity()}---\nkind: Component\n---\n${entity('', '-')}`,
    [/^catalog-info\.yaml, document 2: /, /^catalog-info\.yaml, document 3: /],
  ],
  [
    'a bomb of aliases',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    [/alias/i],
  ],
])('says what is wrong with %s', async (_, text, problems) => {
  expect(await judge(text)).toEqual(
    problems.map(problem => expect.stringMatching(problem)),
  );
});
