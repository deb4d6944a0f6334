import path from 'node:path';
import { compileFunction } from 'node:vm';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { buildSync } from 'esbuild';

/**
 * Which features a loader of this folder loads for a configuration: `plugin` or `plugin/module`, in order; a package that has a
 * loader of its own is one. The loader is bundled first,
 * as it is for the command: then `import()` is `require()`, which is all that tests can do.
 */
export async function loadedFeatures(options: {
  /** The name of the loader's file. */
  loader: string;
  config: JsonObject;
}): Promise<string[]> {
  const { default: feature } = bundled(options.loader);
  const { loader } = feature as BackendFeature & {
    loader(deps: object): Promise<BackendFeature[]>;
  };
  const config = mockServices.rootConfig({ data: options.config });
  const features = (await loader({ config })) as (BackendFeature & {
    getRegistrations?(): { pluginId: string; moduleId?: string }[];
  })[];
  return features
    .flatMap(
      loaded =>
        loaded.getRegistrations?.() ?? [{ pluginId: 'loader of a package' }],
    )
    .map(({ pluginId, moduleId }) =>
      moduleId ? `${pluginId}/${moduleId}` : pluginId,
    );
}

function bundled(name: string): { default: BackendFeature } {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, '..', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    supported: { 'dynamic-import': false },
  });
  const module = { exports: {} as { default: BackendFeature } };
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(
    module,
    module.exports,
    require,
  );
  return module.exports;
}
