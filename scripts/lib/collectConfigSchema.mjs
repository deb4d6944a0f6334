// Collects the configuration schema of every package of the portal into one file, and the names of the packages. Doing it here, with the TypeScript
// compiler, spares each start of the portal about two seconds.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { loadConfigSchema } = require('@backstage/config-loader');
const { root } = require('./paths.js');

const schema = await loadConfigSchema({
  dependencies: ['backend', 'app', '@callboard/cli'],
  packagePaths: [path.join(root, 'packages', 'cli', 'package.json')],
});
const output = path.join(root, 'packages', 'cli', 'dist', 'config-schema.json');
fs.mkdirSync(path.dirname(output), { recursive: true });
// The presets name plugins among these. A container image carries no manifests with dependencies.
const bundledPackages = ['backend', 'app'].flatMap(name =>
  Object.keys(
    JSON.parse(
      fs.readFileSync(
        path.join(root, 'packages', name, 'package.json'),
        'utf8',
      ),
    ).dependencies,
  ),
);
// A plugin of the community may demand a key of its own. It may only while the plugin is on, so the demand is kept aside.
const demands = {};
// Packages that are there for tests alone, whose place one of ours takes. Their schemas refuse what ours allows.
const replaced = ['@backstage/plugin-catalog-backend-module-github'];
const serialized = schema.serialize();
serialized.schemas = serialized.schemas.filter(
  ({ packageName }) => !replaced.includes(packageName),
);
for (const { packageName, value } of serialized.schemas) {
  const isAlwaysOn = /^(@backstage|@callboard)\/|^(app|backend)$/.test(
    packageName,
  );
  if (!isAlwaysOn && value.required) {
    demands[packageName] = value.required;
    delete value.required;
  }
}
fs.writeFileSync(
  output,
  JSON.stringify({ ...serialized, demands, bundledPackages }),
);
