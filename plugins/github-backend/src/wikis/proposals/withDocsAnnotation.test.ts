import { withDocsAnnotation } from './withDocsAnnotation';

const withMetadata = (metadata: string) =>
  `# Ours\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n${metadata}spec:\n  type: service # a service\n`;

it.each([
  [
    'without annotations',
    '  name: shop\n',
    '  annotations:\n    backstage.io/techdocs-ref: dir:.\n  name: shop\n',
  ],
  [
    'with others',
    '  name: shop\n  annotations:\n    # why\n    a/b: c\n',
    '  name: shop\n  annotations:\n    # why\n    backstage.io/techdocs-ref: dir:.\n    a/b: c\n',
  ],
  [
    'with the wiki',
    '  name: shop\n  annotations:\n    backstage.io/techdocs-ref: "url:https://github.com/acme/shop/wiki" # docs\n',
    '  name: shop\n  annotations:\n    backstage.io/techdocs-ref: dir:. # docs\n',
  ],
])('adds the annotation to a component %s', (_what, before, after) => {
  expect(withDocsAnnotation(withMetadata(before))).toEqual({
    outcome: 'changed',
    text: withMetadata(after),
  });
});

it('changes the first component of several entities', () => {
  const system = 'kind: System\nmetadata:\n  name: a\n---\n';
  const api = '---\nkind: API\nmetadata:\n  name: b\n';
  const text = `${system}${withMetadata('  name: shop\n')}${api}`;
  expect(withDocsAnnotation(text)).toEqual({
    outcome: 'changed',
    text: `${system}${withMetadata(
      '  annotations:\n    backstage.io/techdocs-ref: dir:.\n  name: shop\n',
    )}${api}`,
  });
});

it('leaves docs that are named', () => {
  const metadata =
    '  name: shop\n  annotations:\n    backstage.io/techdocs-ref: dir:./handbook\n';
  expect(withDocsAnnotation(withMetadata(metadata))).toEqual({
    outcome: 'there',
  });
});

it.each([
  ['', 'it has no component'],
  ['kind: [', 'it is no valid YAML'],
  ['kind: API\nmetadata:\n  name: a\n', 'it has no component'],
  [
    'kind: Component\nmetadata: { name: a }\n',
    'it is written in a way that cannot be changed safely',
  ],
  [
    'kind: Component\nmetadata:\n  name: a\n  annotations: {}\n',
    'it is written in a way that cannot be changed safely',
  ],
])('leaves what it does not understand: %j', (text, reason) => {
  expect(withDocsAnnotation(text)).toEqual({
    outcome: 'not-understood',
    reason,
  });
});
