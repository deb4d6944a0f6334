import fs from 'node:fs';
import path from 'node:path';
import type { JsonSchema } from './isAbout';
import { configSchemaFile, portalRoot } from './portalRoot';

/** Keys that hold no value of their own, but are in the table for what they are. */
const BLOCKS = [
  'catalog.providers.github',
  'catalog.providers.githubOrg',
  'callboard.github.catalog.inferred',
];

/** Whose parts have no rows of their own. */
const WHOLE = /\.(schedule|rules)$/;

/** An experiment of stock, which is taken and has no effect. */
const UNDOCUMENTED =
  'catalog.providers.githubOrg.experimental_checkForSuspendedUsersWithRest';

/** The paths of all keys that the package declares, without ids and places in lists. */
function declaredKeys(): string[] {
  const { schemas } = JSON.parse(fs.readFileSync(configSchemaFile, 'utf8')) as {
    schemas: { packageName: string; value: JsonSchema }[];
  };
  const keysOf = (schema: JsonSchema, at: string): string[] => {
    const shapes = [schema, ...(schema.anyOf ?? [])].flatMap(shape => [
      shape,
      ...(shape.items ? [shape.items] : []),
    ]);
    // A duration is a text or an object; so is much else that is one value.
    const isValue =
      WHOLE.test(at) || schema.anyOf?.some(({ type }) => type === 'string');
    const below = isValue
      ? []
      : shapes.flatMap(({ properties }) =>
          Object.entries(properties ?? {}).flatMap(([key, value]) =>
            keysOf(value, [at, key].filter(Boolean).join('.')),
          ),
        );
    return below.length > 0 ? below : [at];
  };
  const own = schemas.find(
    ({ packageName }) => packageName === '@callboard/plugin-github-backend',
  )!;
  return [...new Set(keysOf(own.value, ''))];
}

/** The pages with a table of keys. */
const PAGES = ['catalog-from-github.md', 'builds-and-pull-requests.md'];

/** The keys in the first column of the tables; `a.b`, `.c` are two. */
function documentedKeys(): string[] {
  return PAGES.flatMap(page =>
    keysOfTable(fs.readFileSync(path.join(portalRoot, 'docs', page), 'utf8')),
  );
}

function keysOfTable(page: string): string[] {
  const [, table] = /<!-- settings:[^>]*-->([^]*?)<!-- \/settings -->/.exec(
    page,
  )!;
  return table
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => {
      const [first, ...others] = [
        ...line.split('|')[1].matchAll(/`([^`]+)`/g),
      ].map(([, key]) => key);
      const parent = first.slice(0, first.lastIndexOf('.'));
      return [first, ...others.map(key => `${parent}${key}`)];
    });
}

it('is described in the docs, key by key', () => {
  const declared = declaredKeys().filter(key => key !== UNDOCUMENTED);
  expect(declared.length).toBeGreaterThan(30);
  expect([...new Set([...declared, ...BLOCKS])].sort()).toEqual(
    documentedKeys().sort(),
  );
});
