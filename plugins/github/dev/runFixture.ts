import type { ImportItem, ImportRun } from '@callboard/plugin-github-common';

const yaml = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec:\n  type: service\n  lifecycle: production\n  owner: group:default/acme\n`;

/** A repository of a plan. */
export function itemFixture(
  name: string,
  change: Partial<ImportItem> = {},
): ImportItem {
  const { state = 'inferable' } = change;
  return {
    repository: `acme/${name}`,
    url: `https://github.com/acme/${name}`,
    state,
    ...(state === 'inferable' && {
      entity: { ref: `component:default/${name}`, yaml: yaml(name) },
    }),
    missing: [],
    problems: [],
    ...change,
  };
}

/** A plan of five repositories: two of which something can be made, a described one, one that is not valid, an archived one. */
export function runFixture(change: Partial<ImportRun> = {}): ImportRun {
  const items = change.items ?? [
    itemFixture('billing', { missing: ['it has no description'] }),
    itemFixture('checkout'),
    itemFixture('shop', { state: 'described' }),
    itemFixture('broken', {
      state: 'invalid',
      problems: ['catalog-info.yaml: not valid YAML'],
    }),
    itemFixture('attic', { state: 'left-out', problems: ['it is archived'] }),
  ];
  const count = (state: ImportItem['state']) =>
    items.filter(item => item.state === state).length;
  return {
    id: 'run-1',
    host: 'github.com',
    organisation: 'acme',
    createdAt: '2026-11-26T10:00:00.000Z',
    createdBy: 'user:default/olivia',
    status: 'planned',
    counts: {
      inferable: count('inferable'),
      invalid: count('invalid'),
      inferred: count('inferred'),
      described: count('described'),
      'left-out': count('left-out'),
    },
    done: 0,
    total: 0,
    ...change,
    items,
  };
}
