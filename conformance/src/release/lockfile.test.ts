import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** `name@version` of every package in the lockfile. */
const locked: { name: string; version: string; os?: string[] }[] =
  Object.entries<{ os?: string[] }>(parse(read('pnpm-lock.yaml')).packages).map(
    ([id, { os }]) => {
      const at = id.lastIndexOf('@');
      return { name: id.slice(0, at), version: id.slice(at + 1), os };
    },
  );
const backstage = locked.filter(({ name }) => name.startsWith('@backstage/'));
const release: Record<string, string> = parse(
  read('pnpm-workspace.yaml'),
).catalog;

/**
 * The lowest version outside the range of every advisory of 2026 that is known for the package.
 * Source: the CVE records named in docs/security-advisories.md.
 */
const FLOORS: Record<string, string> = {
  '@backstage/plugin-scaffolder-backend': '4.1.0',
  '@backstage/plugin-techdocs-node': '1.15.4',
  '@backstage/plugin-catalog-backend': '3.9.1',
  '@backstage/plugin-search-backend': '2.1.6',
  '@backstage/plugin-proxy-backend': '0.6.18',
  '@backstage/plugin-auth-backend': '0.30.0',
  '@backstage/plugin-auth-backend-module-oidc-provider': '0.4.20',
  '@backstage/plugin-kubernetes-backend': '0.21.9',
};

describe('the lockfile', () => {
  it('holds one version of each Backstage package', () => {
    const versions = new Map<string, Set<string>>();
    for (const { name, version } of backstage) {
      versions.set(name, (versions.get(name) ?? new Set()).add(version));
    }
    const several = [...versions].filter(([, { size }]) => size > 1);
    expect(several.map(([name, set]) => [name, [...set]])).toEqual([]);
    expect(versions.size).toBeGreaterThan(100);
  });

  it('takes each of them from the release', () => {
    const different = backstage.filter(
      ({ name, version }) => name in release && release[name] !== version,
    );
    expect(different).toEqual([]);
    expect(JSON.parse(read('backstage.json')).version).toBe('1.55.0');
  });

  it.each(Object.entries(FLOORS))(
    'has %s at %s or newer, beyond its known advisories',
    (name, floor) => {
      const { version } = backstage.find(entry => entry.name === name)!;
      expect(
        version.localeCompare(floor, 'en', { numeric: true }),
      ).toBeGreaterThanOrEqual(0);
    },
  );

  it('holds the macOS and Linux builds of every native package', () => {
    const families = locked.filter(
      ({ name, os }) =>
        os?.includes('linux') &&
        /linux-x64/.test(name) &&
        // rollup declares this one for Linux alone, and works without it.
        !name.startsWith('@napi-rs/lzma-'),
    );
    expect(families.length).toBeGreaterThan(4);
    const missing = families.flatMap(({ name, version }) => {
      const family = name.replace(/linux-x64.*$/, '');
      return ['darwin-arm64', 'darwin-x64', 'linux-arm64']
        .filter(
          platform =>
            !locked.some(
              entry =>
                entry.name.startsWith(`${family}${platform}`) &&
                entry.version === version,
            ),
        )
        .map(platform => `${family}${platform}@${version}`);
    });
    expect(missing).toEqual([]);
  });
});
