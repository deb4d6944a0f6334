import type { Entity } from '@backstage/catalog-model';
import { knownFile, knownRepository } from '../__testUtils__/knownRepository';
import { readmeOf } from './readmeOf';

const TARGET = 'https://github.com/acme/shop/tree/main/catalog-info.yaml';
const README = 'url:https://github.com/acme/shop/blob/main/README.md';
const HINTS = { hasDocs: false, hasMkdocs: false, readme: 'README.md' };
const component = (name: string, annotations = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});
const of = (
  more: Partial<Parameters<typeof readmeOf>[0]> & { hints?: object } = {},
) =>
  readmeOf({
    entity: component('shop'),
    target: TARGET,
    repository: knownRepository({
      hints: { ...HINTS, ...more.hints },
      files: [knownFile()],
    }),
    ...more,
  });

describe('readmeOf', () => {
  it('is the README of a repository without docs', () => {
    expect(of()).toBe(README);
  });

  it.each([
    ['a repository with docs/', { hints: { hasDocs: true } }],
    ['a repository with mkdocs.yml', { hints: { hasMkdocs: true } }],
    ['a repository without a README', { hints: { readme: null } }],
    [
      'a component that names docs',
      { entity: component('shop', { 'backstage.io/techdocs-ref': 'dir:.' }) },
    ],
    [
      'a component that has the docs of another',
      { entity: component('shop', { 'backstage.io/techdocs-entity': 'a' }) },
    ],
    ['what is no component', { entity: { ...component('shop'), kind: 'API' } }],
    [
      'a component that is described deeper down',
      { target: 'https://github.com/acme/shop/tree/main/a/catalog-info.yaml' },
    ],
    [
      'a component of another branch',
      { target: 'https://github.com/acme/shop/tree/next/catalog-info.yaml' },
    ],
  ])('is none for %s', (_, more) => {
    expect(of(more)).toBeUndefined();
  });

  it('is, of several components, for the one that is called like the repository', () => {
    const repository = knownRepository({
      hints: HINTS,
      files: [
        knownFile({
          text: 'kind: Component\n---\nkind: API\n---\nkind: Component\n',
        }),
      ],
    });
    expect(of({ repository })).toBe(README);
    expect(of({ repository, entity: component('till') })).toBeUndefined();
  });
});
