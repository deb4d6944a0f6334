import fs from 'node:fs';
import path from 'node:path';
import { readEnvConfig } from '@backstage/config-loader';
import { ProblemsError } from '../problems/ProblemsError';
import type { Problem } from '../problems/Problem';
import type { ConfigLayer } from './ConfigLayer';
import type { Environment } from './readEnvironment';
import { decodeConfig } from './decodeConfig';
import { derivedLayer } from './derivedLayer';
import { readConfigFile } from './readConfigFile';
import { readPresetLayers } from '../presets/readPresetLayers';
import { selectPresets } from '../presets/selectPresets';

/** All layers, lowest first, and the presets that are on. */
export interface PortalLayers {
  layers: ConfigLayer[];
  presets: string[];
}

/**
 * Reads every layer of the configuration, lowest first: base, derived values, production and environment files, presets, the
 * operator's files, `CALLBOARD_APP_CONFIG`, `APP_CONFIG_*`.
 *
 * Throws a `ProblemsError` with the problems of all layers together.
 */
export async function readLayers(
  environment: Environment,
): Promise<PortalLayers> {
  const problems: Problem[] = [];
  const collect = async <T>(read: () => T | Promise<T>): Promise<T | []> => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof ProblemsError) {
        problems.push(...error.problems);
        return [];
      }
      throw error;
    }
  };
  const readFiles = async (files: string[]) => {
    const layers: ConfigLayer[] = [];
    for (const file of files) {
      layers.push(
        ...(await collect(() => readConfigFile({ file, environment }))),
      );
    }
    return layers;
  };

  const base = await readFiles([
    path.join(environment.root, 'app-config.yaml'),
  ]);
  const selected = await readFiles(environmentFiles(environment));
  const operator = [
    ...(await readFiles(operatorFiles(environment))),
    ...(await collect(() => decodeConfig(environment))),
    ...readEnvConfig(environment.variables).map(({ data }) => ({
      name: 'APP_CONFIG_*',
      data,
    })),
  ];
  const presets = selectPresets({ named: environment.presets, operator });
  const presetLayers = await collect(() =>
    readPresetLayers({ presets, environment }),
  );

  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const above = [...selected, ...presetLayers, ...operator];
  return {
    presets,
    layers: [...base, derivedLayer({ environment, above }), ...above],
  };
}

/** The production file, then those that `BACKSTAGE_ENV` selects, as stock Backstage 1.55 names them. */
function environmentFiles({ root, variables }: Environment) {
  const selection = variables.BACKSTAGE_ENV;
  return [
    'app-config.production.yaml',
    ...(selection && selection !== 'production'
      ? [`app-config.${selection}.yaml`]
      : []),
  ]
    .map(name => path.join(root, name))
    .filter(file => fs.existsSync(file));
}

function operatorFiles({ root, variables, configFiles }: Environment) {
  const local = [
    'app-config.local.yaml',
    ...(variables.BACKSTAGE_ENV
      ? [`app-config.${variables.BACKSTAGE_ENV}.local.yaml`]
      : []),
  ]
    .map(name => path.join(root, name))
    .filter(file => fs.existsSync(file));
  return [...local, ...configFiles];
}
