// Puts together what the portal needs at run time, from a repository that has been built: `node deploy/image/assemble.mjs DIR`.
// The result holds no sources, no packages of the frontend (they are in its bundle already) and no tools for development.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';

const root = path.resolve(import.meta.dirname, '..', '..');
const target = path.resolve(process.argv[2] ?? '');
if (!process.argv[2] || fs.existsSync(path.join(target, 'package.json'))) {
  process.stderr.write('Usage: node deploy/image/assemble.mjs EMPTY_DIR\n');
  process.exit(2);
}

const COMMON = [
  'LICENSE',
  'app-config.yaml',
  'backstage.json',
  'bin',
  'deploy/image/healthcheck.mjs',
  'deploy/image/warmUp.mjs',
  'examples',
  'pnpm-workspace.yaml',
  'presets',
  'scripts/lib/fail.js',
  'scripts/lib/launch.js',
  'scripts/lib/paths.js',
];
/** Folders and files of a package that it reads at run time. `src` is bundled into the command or into the frontend. */
const OF_A_PACKAGE = ['assets', 'config', 'config.d.ts', 'dist', 'migrations'];

const packages = ['packages', 'plugins']
  .flatMap(parent =>
    fs.readdirSync(path.join(root, parent)).map(name => `${parent}/${name}`),
  )
  .filter(folder => fs.existsSync(path.join(root, folder, 'package.json')))
  .map(folder => {
    const manifest = JSON.parse(
      fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    return { folder, manifest, role: manifest.backstage?.role ?? '' };
  })
  // Of the frontend only the finished bundle is served.
  .filter(
    ({ manifest, role }) =>
      manifest.name === 'app' || /^(backend|node|common|cli)/.test(role),
  );

/** Copies what exists. Tests and maps of sources are of no use without the sources. */
function copy(relative) {
  const source = path.join(root, relative);
  if (!fs.existsSync(source)) return;
  fs.cpSync(source, path.join(target, relative), {
    recursive: true,
    filter: file => !/\.map$|\.test\.[a-z]+$|[/\\]node_modules$/.test(file),
  });
}

function write(relative, content) {
  const file = path.join(target, relative);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

const toJson = value => `${JSON.stringify(value, null, 2)}\n`;

/** A manifest with what it needs in production; of the frontend and of the root nothing. */
function reduce(manifest, { keepDependencies }) {
  const { dependencies, devDependencies, scripts, ...rest } = manifest;
  return keepDependencies ? { ...rest, dependencies } : rest;
}

COMMON.forEach(copy);

const rootManifest = JSON.parse(
  fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
);
write(
  'package.json',
  toJson(reduce(rootManifest, { keepDependencies: false })),
);
for (const { folder, manifest } of packages) {
  const keepDependencies = manifest.name !== 'app';
  write(
    `${folder}/package.json`,
    toJson(reduce(manifest, { keepDependencies })),
  );
}

// The lockfile, reduced in the same way. The versions stay, and so does their check with --frozen-lockfile.
const lockfile = parse(
  fs.readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8'),
);
lockfile.importers = Object.fromEntries([
  ['.', {}],
  ...packages.map(({ folder, manifest }) => [
    folder,
    manifest.name === 'app'
      ? {}
      : { dependencies: lockfile.importers[folder].dependencies },
  ]),
]);
write('pnpm-lock.yaml', stringify(lockfile));

const { status } = spawnSync(
  'npx',
  [
    '--yes',
    rootManifest.packageManager,
    'install',
    '--prod',
    '--frozen-lockfile',
    '--reporter=append-only',
  ],
  { cwd: target, stdio: 'inherit', env: { ...process.env, CI: 'true' } },
);
if (status !== 0) process.exit(status ?? 1);

// Maps of the sources of others are a seventh of what is installed, and nothing reads them.
for (const name of fs.readdirSync(path.join(target, 'node_modules'), {
  recursive: true,
})) {
  if (name.endsWith('.map')) {
    fs.rmSync(path.join(target, 'node_modules', name), { force: true });
  }
}

for (const { folder, manifest } of packages) {
  OF_A_PACKAGE.forEach(item => copy(`${folder}/${item}`));
  // The backend looks its own packages up by name, the frontend included.
  const link = path.join(target, 'node_modules', manifest.name);
  fs.rmSync(link, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.symlinkSync(
    path.relative(path.dirname(link), path.join(target, folder)),
    link,
  );
}
