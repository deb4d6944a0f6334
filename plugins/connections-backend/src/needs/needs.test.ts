/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { loadSchema } from '@callboard/github-sandbox/src/graphql/schema/loadSchema';
import { readOpenApi } from '@callboard/github-sandbox/src/testing/published/readOpenApi';
import { permissionName } from '@callboard/plugin-github-node';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { guideDifferences } from './guideDifferences';
import { featureNeeds } from './featureNeeds';
import { comparePermissions } from './permissions/comparePermissions';
import { guideTable } from './guideTable';

// GitHub's description has 12 MB.
jest.setTimeout(120_000);

const allRows = comparePermissions({
  granted: {},
  features: featureNeeds,
}).rows;

it('needs, with every feature on, what the guide says, apart from the differences that are listed', () => {
  const needed = Object.fromEntries(
    allRows.map(row => [row.permission, row.needed]),
  );
  const guide = Object.fromEntries(
    guideTable.map(row => [row.permission, row.level]),
  );
  const expected: Record<string, string | undefined> = { ...guide };
  for (const difference of guideDifferences) {
    expect({ ...difference, guide: guide[difference.permission] }).toEqual({
      guide: undefined,
      ...difference,
    });
    if (difference.kind === 'more') {
      expected[difference.permission] = difference.needed;
    } else {
      delete expected[difference.permission];
    }
  }
  expect(needed).toEqual(expected);
});

it('lists no difference that is none, and none twice', () => {
  const needed = Object.fromEntries(
    allRows.map(row => [row.permission, row.needed]),
  );
  const same = guideDifferences.filter(
    ({ permission, guide }) => needed[permission] === guide,
  );
  expect(same).toEqual([]);
  const names = guideDifferences.map(({ permission }) => permission);
  expect(names).toHaveLength(new Set(names).size);
});

it.each(guideDifferences.filter(one => one.kind === 'more'))(
  'names the feature and the route that need $permission: $needed',
  ({ permission, needed, feature, route }) => {
    const found = featureNeeds.find(({ id }) => id === feature);
    expect(found?.permissions).toContainEqual(
      expect.objectContaining({ permission, level: needed, route }),
    );
  },
);

it('asks for no route that would need what it calls needless', () => {
  const called = featureNeeds.flatMap(({ permissions }) =>
    permissions.map(({ route }) => route),
  );
  const needless = guideDifferences.flatMap(one =>
    one.kind === 'not-needed' ? one.routes : [],
  );
  expect(needless).not.toEqual([]);
  expect(needless.filter(route => called.includes(route))).toEqual([]);
});

it('names routes that GitHub has, and fields of its GraphQL schema', async () => {
  const { routes } = await readOpenApi();
  const schema = loadSchema({ enterprise: false });
  const hasField = (text: string) => {
    const [name, field] = text.split('.');
    const type = schema.getType(name);
    return (
      type !== undefined &&
      'getFields' in type &&
      type.getFields()[field] !== undefined
    );
  };
  const named = [
    ...featureNeeds.flatMap(({ permissions }) =>
      permissions.map(({ route }) => route),
    ),
    ...guideDifferences.flatMap(one =>
      one.kind === 'not-needed' ? one.routes : [],
    ),
  ];
  expect(named.length).toBeGreaterThan(50);
  // What is fetched with git is no route.
  const asked = named.filter(route => !/^git \{owner\}/.test(route));
  expect(
    asked.filter(route =>
      route.startsWith('GraphQL ')
        ? !hasField(route.slice('GraphQL '.length))
        : !routes.includes(route),
    ),
  ).toEqual([]);
});

it('has a title and the same scope for every permission', () => {
  const unlike = [
    ...featureNeeds.flatMap(({ permissions }) => permissions),
    ...guideTable,
  ].filter(
    ({ permission, scope }) => permissionName(permission).scope !== scope,
  );
  expect(unlike).toEqual([]);
  expect(
    guideTable
      .filter(
        ({ permission, title }) =>
          permissionName(permission).title.toLowerCase() !==
          title.toLowerCase(),
      )
      .map(({ title }) => title),
  ).toEqual([]);
});

it('has ids that are not used twice', () => {
  const ids = featureNeeds.map(({ id }) => id);
  expect(ids).toHaveLength(new Set(ids).size);
});
