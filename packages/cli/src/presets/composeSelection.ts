import type { ConfigLayer } from '../config/ConfigLayer';
import type { Problem } from '../problems/Problem';
import type { Variables } from '../variables/Variables';
import { bundledPlugin } from './bundledPlugin';
import { checkSelection } from './checkSelection';
import { composePreset } from './composePreset';
import type { Preset } from './Preset';
import type { PresetCatalog } from './PresetCatalog';
import { resolveVariables, type ResolvedVariables } from './resolveVariables';
import { substitute } from './substitute';
import { withCurrentForms } from './withCurrentForms';

/** Everything that follows from the names of presets. */
export interface ComposedSelection {
  presets: Preset[];
  resolved: ResolvedVariables;
  /** One layer per preset, in list order. */
  presetLayers: ConfigLayer[];
  /** One layer per plugin that has configuration of its own. */
  pluginLayers: ConfigLayer[];
  /** Packages of the portal to load, each once. */
  plugins: string[];
  /** Presets that need a sign-in which yields an ID token. */
  needsIdToken: { preset: string; variable: string }[];
  problems: Problem[];
  warnings: string[];
}

/** Reads, checks and fills in the presets of a selection. What is wrong with one does not hide what is wrong with another. */
export function composeSelection(options: {
  names: string[];
  catalog: PresetCatalog;
  variables: Variables;
  /** The variables of the GitHub sandbox, asked for only where a preset connects to it. */
  sandboxVariables?: () => Record<string, string>;
}): ComposedSelection {
  const { names, catalog, sandboxVariables } = options;
  const { presets, problems } = checkSelection({ names, catalog });
  const variables =
    sandboxVariables && presets.some(({ sandbox }) => sandbox)
      ? options.variables.with(sandboxVariables())
      : options.variables;
  // Whoever adds the presets that are missing should not be told of their variables only then.
  const required = requiredPresets({ presets, catalog });
  const resolved = resolveVariables({
    presets: [...presets, ...required],
    variables,
  });
  const signIn = presets.find(preset => preset.signIn)?.signIn;
  const lookup = (name: string) =>
    name === 'CALLBOARD_SIGN_IN_PROVIDER'
      ? signIn?.provider
      : hostOf({ name, resolved }) ?? variables.get(name);

  const result: ComposedSelection = {
    presets,
    resolved,
    presetLayers: [],
    pluginLayers: [],
    plugins: [],
    needsIdToken: [],
    problems: [...catalog.problems, ...problems, ...resolved.problems],
    warnings: [
      ...catalog.replaced
        .filter(name => names.includes(name))
        .map(
          name =>
            `The preset ${name} in your own folder takes the place of the shipped one.`,
        ),
      ...resolved.notices,
    ],
  };
  for (const preset of presets) {
    const {
      data,
      warnings,
      problems: lengths,
      needs,
      variablesAt,
    } = composePreset({
      preset,
      resolved,
      lookup,
    });
    result.problems.push(...lengths);
    result.warnings.push(...warnings.map(text => `${preset.name}: ${text}`));
    result.needsIdToken.push(
      ...needs.map(({ variable }) => ({ preset: preset.name, variable })),
    );
    result.presetLayers.push({
      kind: 'preset',
      name: `preset ${preset.name}`,
      file: preset.file,
      data: withCurrentForms(data),
      variablesAt,
    });
    addPlugins({ preset, result, lookup });
  }
  result.plugins = [...new Set(result.plugins)];
  return result;
}

function addPlugins(options: {
  preset: Preset;
  result: ComposedSelection;
  lookup: (name: string) => string | undefined;
}) {
  const { preset, result, lookup } = options;
  for (const plugin of preset.plugins.filter(({ disabled }) => !disabled)) {
    const name = bundledPlugin(plugin.package);
    if (!name) {
      result.warnings.push(
        `${preset.name}: the plugin ${plugin.package} is not part of this version of Callboard and is left out.`,
      );
      continue;
    }
    result.plugins.push(name);
    if (Object.keys(plugin.pluginConfig).length > 0) {
      result.pluginLayers.push({
        kind: 'plugin',
        name: `plugin ${name} of preset ${preset.name}`,
        data: substitute({
          value: plugin.pluginConfig,
          valueFor: lookup,
        }) as ConfigLayer['data'],
      });
    }
  }
}

/** `NAME_HOST` is the host, with its port, of the URL in the variable `NAME`: integrations are configured by host. */
function hostOf(options: { name: string; resolved: ResolvedVariables }) {
  const url = options.resolved.wanted.find(
    ({ name, definition }) =>
      definition.type === 'url' && `${name}_HOST` === options.name,
  )?.resolved?.text;
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}

function requiredPresets(options: {
  presets: Preset[];
  catalog: PresetCatalog;
}): Preset[] {
  const { presets, catalog } = options;
  const names = new Set(presets.map(({ name }) => name));
  return presets
    .flatMap(({ requires }) => requires.presets)
    .filter(name => !names.has(name) && names.add(name))
    .flatMap(name => {
      const entry = catalog.read(name);
      return entry && 'preset' in entry ? [entry.preset] : [];
    });
}
