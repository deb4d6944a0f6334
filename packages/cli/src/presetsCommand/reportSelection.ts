import type { JsonObject } from '@backstage/types';
import type { PortalConfig } from '../config/loadPortalConfig';
import type { Environment } from '../config/readEnvironment';
import type { Preset } from '../presets/Preset';
import { withoutUserInfo } from '../problems/withoutUserInfo';
import { bundledPlugin } from '../presets/bundledPlugin';
import type { WantedVariable } from '../presets/resolveVariables';
import type {
  PresetReport,
  SelectionReport,
  VariableReport,
} from './SelectionReport';

/** How deep a key is named: `catalog.providers.github`. */
const KEY_DEPTH = 3;

/** Explains a selection of presets. */
export function reportSelection(options: {
  portal: PortalConfig;
  environment: Environment;
}): SelectionReport {
  const { portal, environment } = options;
  const { selection, problems, warnings } = portal;
  const wanted = new Map(
    selection.resolved.wanted.map(variable => [variable.name, variable]),
  );
  const baseUrl = portal.config.getOptionalString('backend.baseUrl');
  return {
    ok: problems.length === 0,
    presets: selection.presets.map((preset, index) => ({
      name: preset.name,
      description: preset.description,
      version: preset.version,
      plugins: preset.plugins
        .filter(({ disabled }) => !disabled)
        .map(plugin => bundledPlugin(plugin.package) ?? plugin.package),
      configures: keysOf(selection.presetLayers[index].data),
      variables: variablesOf({ preset, wanted }),
      callbacks: preset.callbacks.map(({ path, register, at }) => ({
        url: `${(baseUrl ?? environment.baseUrl).replace(/\/+$/, '')}${path}`,
        register,
        at,
      })),
      notes: preset.notes,
    })),
    problems,
    warnings,
  };
}

function variablesOf(options: {
  preset: Preset;
  wanted: Map<string, WantedVariable>;
}): PresetReport['variables'] {
  const { preset, wanted } = options;
  const { variables, choices } = preset.requires;
  const own = Object.keys(variables).map(name => report(wanted.get(name)!));
  const ofChoices = choices.flatMap(choice =>
    choice.options.flatMap(option =>
      Object.keys(option.variables).map(name => ({
        ...report(wanted.get(name)!),
        option: `${choice.name}: ${option.name}`,
      })),
    ),
  );
  return [...own, ...ofChoices];
}

function report(variable: WantedVariable): VariableReport {
  const { name, definition, isNeeded, resolved } = variable;
  const isSet = Boolean(resolved?.text.trim());
  return {
    name,
    description: definition.description,
    required: isNeeded,
    secret: definition.secret,
    status: statusOf({ variable, isSet }),
    source:
      isSet && resolved
        ? `${
            resolved.name === name || resolved.isDefault
              ? ''
              : `${resolved.name} in `
          }${resolved.source}`
        : undefined,
    value:
      isSet && !definition.secret ? withoutUserInfo(resolved!.text) : undefined,
    docs: definition.docs,
    example: definition.example,
    rights: definition.rights,
  };
}

function statusOf(options: { variable: WantedVariable; isSet: boolean }) {
  const { variable, isSet } = options;
  if (!isSet) return variable.isNeeded ? 'missing' : 'unset';
  if (variable.resolved!.flaw) return 'invalid';
  return variable.resolved!.isDefault ? 'default' : 'set';
}

function keysOf(data: JsonObject, prefix: string[] = []): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const path = [...prefix, key];
    const isMap =
      typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap && path.length < KEY_DEPTH
      ? keysOf(value as JsonObject, path)
      : [path.join('.')];
  });
}
