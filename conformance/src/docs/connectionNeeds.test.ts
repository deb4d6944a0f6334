import fs from 'node:fs';
import path from 'node:path';
import type {
  PermissionLevel,
  PermissionRow,
} from '@callboard/plugin-connections-common';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import { checks } from '@callboard/plugin-connections-backend';
import { permissionName } from '@callboard/plugin-github-node';
/* eslint-disable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports -- the lists that the page shows, which are not part of the package's interface */
import { featureNeeds } from '@callboard/plugin-connections-backend/src/needs/featureNeeds';
import { guideDifferences } from '@callboard/plugin-connections-backend/src/needs/guideDifferences';
import { comparePermissions } from '@callboard/plugin-connections-backend/src/needs/permissions/comparePermissions';
import { compareScopes } from '@callboard/plugin-connections-backend/src/needs/scopes/compareScopes';
/* eslint-enable @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports */

const page = path.resolve(__dirname, '../../../docs/connections.md');

/** Rows of a table as cells, whatever the widths of its columns. */
function tableIn(section: string): string[][] {
  const [, body] = new RegExp(
    `<!-- ${section}:[^>]*-->([\\s\\S]*?)<!-- /${section} -->`,
  ).exec(fs.readFileSync(page, 'utf8'))!;
  return body
    .trim()
    .split('\n')
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
    .filter(cells => !cells.every(cell => /^-+$/.test(cell)));
}

const LEVELS: PermissionLevel[] = ['read', 'write', 'admin'];

/** The highest levels of one feature, as `Contents: write`, those of an organisation and an account so marked. */
function permissionsOf(feature: (typeof featureNeeds)[number]): string {
  const highest = new Map<string, PermissionLevel>();
  for (const { permission, level } of feature.permissions) {
    const before = highest.get(permission);
    if (!before || LEVELS.indexOf(level) > LEVELS.indexOf(before)) {
      highest.set(permission, level);
    }
  }
  return (
    [...highest]
      .map(([permission, level]) => `${titleOf(permission)}: ${level}`)
      .sort()
      .join(', ') || 'nothing'
  );
}

function titleOf(permission: string): string {
  const { title, scope } = permissionName(permission);
  return scope === 'repository' ? title : `${title} (${scope})`;
}

it('lists what each feature needs', () => {
  expect(tableIn('needs')).toEqual([
    ['feature', 'id', 'permissions', 'events'],
    ...featureNeeds.map(feature => [
      feature.title,
      `\`${feature.id}\``,
      permissionsOf(feature),
      feature.events.map(name => `\`${name}\``).join(', ') || '–',
    ]),
  ]);
});

it('lists each difference to the guide', () => {
  const { rows } = comparePermissions({ granted: {}, features: featureNeeds });
  const needed = new Map(
    rows.map((row: PermissionRow) => [row.permission, row.needed]),
  );
  expect(tableIn('differences')).toEqual([
    ['permission', 'guide', 'needed', 'feature and route', 'why'],
    ...guideDifferences.map(difference => [
      titleOf(difference.permission),
      difference.guide ?? 'nothing',
      needed.get(difference.permission) ?? 'nothing',
      difference.kind === 'more'
        ? `\`${difference.feature}\`: \`${difference.route}\``
        : '–',
      difference.why,
    ]),
  ]);
});

it('names the scopes that a token needs, and no others', () => {
  const [, needed] = /### Scopes of a token\n\n([^.]*)\./.exec(
    fs.readFileSync(page, 'utf8'),
  )!;
  expect(
    [...needed.matchAll(/`([^`]+)`/g)].map(([, scope]) => scope).sort(),
  ).toEqual(compareScopes({ features: featureNeeds }).needed);
});

it('names every check, and none that is not there', () => {
  const [, section] = /\n## Checks\n([\s\S]*?)\n## /.exec(
    fs.readFileSync(page, 'utf8'),
  )!;
  const named = section
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => line.split('|')[1].match(/[\w-]+/g)!);
  expect(named.sort()).toEqual(checks.map(({ id }) => id).sort());
});
