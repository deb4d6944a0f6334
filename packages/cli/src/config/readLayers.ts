import fs from 'node:fs';
import path from 'node:path';
import { readEnvConfig } from '@backstage/config-loader';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import {
  type ComposedSelection,
  composeSelection,
} from '../presets/composeSelection';
import { openPresetCatalog } from '../presets/PresetCatalog';
import { type SelectedNames, selectPresets } from '../presets/selectPresets';
import { readSandboxAccess } from '../sandbox/readSandboxAccess';
import type { SandboxAccess } from '../sandbox/SandboxAccess';
import { sandboxVariables } from '../sandbox/sandboxVariables';
import type { Variables } from '../variables/Variables';
import type { ConfigLayer, ConfigLayerKind } from './ConfigLayer';
import { decodeConfig } from './decodeConfig';
import { derivedLayer } from './derivedLayer';
import { readConfigFile } from './readConfigFile';
import { mergeLayers } from './merge/mergeLayers';
import type { Environment } from './readEnvironment';
import { shortBlockLayer } from './shortBlock/shortBlockLayer';
import { readStored, type StoredInDataDirectory } from './stored/readStored';
import { storedAppVariables } from './stored/storedAppVariables';
import { storedLayer } from './stored/storedLayer';

/** All layers, lowest first, the presets that are on, and every problem with either. */
export interface PortalLayers {
  layers: ConfigLayer[];
  selected: SelectedNames;
  selection: ComposedSelection;
  /** What portal and GitHub sandbox share, where a preset connects to it. */
  sandbox: SandboxAccess | undefined;
  /** What was made or rotated while the portal ran. */
  stored: StoredInDataDirectory;
  problems: Problem[];
  warnings: string[];
}

/**
 * Reads every layer of the configuration, lowest first: base, derived values, the short form of `catalog.providers.github`, stored credentials,
 * production and environment files, presets, their plugins, the operator's files, `CALLBOARD_APP_CONFIG`, `APP_CONFIG_*`. A layer that cannot be read is left out and reported.
 */
export async function readLayers(
  environment: Environment,
): Promise<PortalLayers> {
  const problems: Problem[] = [];
  const collect = async <T>(read: () => T[] | Promise<T[]>): Promise<T[]> => {
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
  const readFiles = async (kind: ConfigLayerKind, files: string[]) => {
    const layers: ConfigLayer[] = [];
    for (const file of files) {
      layers.push(
        ...(await collect(() => readConfigFile({ file, kind, environment }))),
      );
    }
    return layers;
  };

  const base = await readFiles('base', [
    path.join(environment.root, 'app-config.yaml'),
  ]);
  const production = await readFiles(
    'environment',
    environmentFiles(environment),
  );
  const operator: ConfigLayer[] = [
    ...(await readFiles('operator', operatorFiles(environment))),
    ...(await collect(() => decodeConfig(environment))),
    ...(await collect(() => readVariables(environment))),
  ];
  const selected = selectPresets({
    named: environment.presets,
    operator,
    profile: environment.variables.get('VEECODE_PROFILE'),
  });
  const stored = readStored({
    data: mergeLayers([...base, ...production, ...operator]).data,
    root: environment.root,
  });
  const variables = storedAppVariables({
    variables: environment.variables,
    credentials: stored.credentials,
  });
  let sandbox: SandboxAccess | undefined;
  const selection = composeSelection({
    names: selected.names,
    catalog: openPresetCatalog({
      root: environment.root,
      ownFolder: environment.presetsFolder,
    }),
    variables,
    sandboxVariables() {
      sandbox = readSandboxAccess(environment.data);
      return sandboxVariables({
        access: sandbox,
        port: environment.sandboxPort,
      });
    },
  });

  const above = [
    ...production,
    ...selection.presetLayers,
    ...selection.pluginLayers,
    ...operator,
  ];
  return {
    selected,
    selection,
    sandbox,
    problems: [
      ...environment.problems,
      ...selection.problems,
      ...problems,
      // Those of the launcher's own variables are among the environment's already.
      ...problemsOf([environment.variables, variables]).filter(
        ({ variable }) =>
          !environment.problems.some(known => known.variable === variable),
      ),
    ],
    warnings: [...variables.warnings, ...stored.warnings],
    stored,
    layers: [
      ...base,
      derivedLayer({
        environment,
        above,
        presets: selected.names,
        plugins: selection.plugins,
      }),
      ...shortBlockLayer({ above }),
      ...storedLayer({ credentials: stored.credentials, above }),
      ...above,
    ],
  };
}

/** A variable whose file cannot be read is one problem, however many ask for it. */
function problemsOf(variables: Variables[]): Problem[] {
  const all = variables.flatMap(({ problems }) => problems);
  return all.filter(
    ({ variable }, index) =>
      all.findIndex(other => other.variable === variable) === index,
  );
}

/** The production file, then those that `BACKSTAGE_ENV` selects, as stock Backstage 1.55 names them. */
function environmentFiles({ root, variables }: Environment) {
  const selection = variables.get('BACKSTAGE_ENV');
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
  const selection = variables.get('BACKSTAGE_ENV');
  const local = [
    'app-config.local.yaml',
    ...(selection ? [`app-config.${selection}.local.yaml`] : []),
  ]
    .map(name => path.join(root, name))
    .filter(file => fs.existsSync(file));
  return [...local, ...configFiles];
}

/** The layer of `APP_CONFIG_*`. Values are JSON where they can be, as in Backstage. */
function readVariables({ variables }: Environment): ConfigLayer[] {
  try {
    return readEnvConfig(variables.all()).map(({ data }) => ({
      kind: 'operator',
      name: 'APP_CONFIG_*',
      data,
    }));
  } catch (error) {
    throw new ProblemsError([
      {
        code: 'config-variable',
        problem: 'a variable of the form APP_CONFIG_* cannot be used',
        cause: (error as Error).message,
        remedy:
          'name it APP_CONFIG_ and the key with _ for each dot, for example APP_CONFIG_app_title',
      },
    ]);
  }
}
