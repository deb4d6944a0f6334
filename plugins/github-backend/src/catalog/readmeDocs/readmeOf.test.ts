import { createHash } from 'node:crypto';
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
/** A descriptor with these components, after an API. */
const textOf = (...names: string[]) =>
  [
    'kind: API\nmetadata: {name: prices}\n',
    ...names.map(name => `kind: "Component"\nmetadata:\n  name: ${name}\n`),
  ].join('---\n');
/** As git does, another text has another id. */
const fileOf = (text: string | undefined) =>
  knownFile({ text, oid: createHash('sha1').update(`${text}`).digest('hex') });
const ofFile = (text: string | undefined, name: string, annotations = {}) =>
  readmeOf({
    entity: component(name, annotations),
    target: TARGET,
    repository: knownRepository({ hints: HINTS, files: [fileOf(text)] }),
  });
const of = (
  more: Partial<Parameters<typeof readmeOf>[0]> & { hints?: object } = {},
) =>
  readmeOf({
    entity: component('shop'),
    target: TARGET,
    repository: knownRepository({
      hints: { ...HINTS, ...more.hints },
      files: [fileOf(textOf('shop'))],
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

  it('is for the only component, whatever its name', () => {
    expect(ofFile(textOf('till'), 'till')).toBe(README);
  });

  it('is, of several components, for the one that is called like the repository', () => {
    const text = textOf('till', 'Shop');
    expect(ofFile(text, 'Shop')).toBe(README);
    expect(ofFile(text, 'till')).toBeUndefined();
  });

  it('is, where none is called like the repository, for the first', () => {
    const text = textOf('till', 'scale');
    expect(ofFile(text, 'till')).toBe(README);
    expect(ofFile(text, 'scale')).toBeUndefined();
  });

  it('goes to no other component where the first has docs of its own', () => {
    const text = textOf('till', 'scale');
    const docs = { 'backstage.io/techdocs-ref': 'dir:.' };
    expect(ofFile(text, 'till', docs)).toBeUndefined();
    expect(ofFile(text, 'scale')).toBeUndefined();
  });

  it('tells components of two namespaces apart', () => {
    const text = `kind: Component\nmetadata: {name: till, namespace: old}\n---\n${textOf(
      'till',
    )}`;
    expect(ofFile(text, 'till')).toBeUndefined();
  });

  it('is, of a file that the mirror does not have, for the one that is called like the repository', () => {
    expect(ofFile(undefined, 'shop')).toBe(README);
    expect(ofFile(undefined, 'till')).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['what is not YAML', 'kind: Component\nmetadata: {'],
    ['a list', '- kind: Component'],
  ])('is none in a file of %s', (_, text) => {
    expect(ofFile(text, 'shop')).toBeUndefined();
  });
});
