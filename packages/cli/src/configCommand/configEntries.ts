import type { PortalConfig } from '../config/loadPortalConfig';
import { positionOf } from '../config/locateKey';
import { leavesOf } from '../config/merge/leavesOf';
import type { ConfigNode } from '../config/merge/ConfigNode';
import type { Environment } from '../config/readEnvironment';
import { STORED_LABEL } from '../config/stored/readStored';
import type { ConfigEntry } from './ConfigEntry';
import { createMask } from './createMask';
import { variablesOf } from './variablesOf';

/** Every key of the effective configuration with where it came from and what it overrides. */
export async function configEntries(options: {
  portal: PortalConfig;
  environment: Environment;
  /** Only this key and what lies below it. */
  below?: string;
}): Promise<ConfigEntry[]> {
  const { portal, environment, below } = options;
  const mask = createMask({ portal, environment });
  const leaves = leavesOf(portal.merged.root).filter(
    ({ key }) =>
      key !== '' &&
      (!below ||
        key === below ||
        (/^[.[]/.test(key.slice(below.length)) && key.startsWith(below))),
  );
  return Promise.all(
    leaves.map(async ({ key, segments, node }) => ({
      key,
      value: mask({ segments, value: valueOf(node) }),
      from: await describeOrigin({ node, environment, portal, segments }),
      overrides: node.overrides
        .map(({ layer, value }) => ({
          value: mask({ segments, value }),
          from: layer.name,
        }))
        .reverse(),
    })),
  );
}

function valueOf(node: ConfigNode) {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return [];
    default:
      return {};
  }
}

async function describeOrigin(options: {
  node: ConfigNode;
  environment: Environment;
  portal: PortalConfig;
  segments: string[];
}) {
  const { node, environment, portal, segments } = options;
  if (node.layer.name === 'APP_CONFIG_*') {
    return `variable ${appConfigVariable({ environment, segments })}`;
  }
  const variables = await variablesOf(node);
  const place =
    node.layer.kind === 'preset' ? node.layer.name : await positionOf(node);
  return variables.length > 0
    ? `${place}, ${
        variables.length === 1 ? 'variable' : 'variables'
      } ${variables
        .map(name =>
          isStored({ name, portal }) ? `${name} from ${STORED_LABEL}` : name,
        )
        .join(', ')}`
    : place;
}

/** Whether an App that the portal was given while it ran has filled a variable in. */
function isStored(options: { name: string; portal: PortalConfig }) {
  const { name, portal } = options;
  return portal.selection.resolved.wanted.some(
    variable =>
      variable.name === name && variable.resolved?.source === STORED_LABEL,
  );
}

/** The variable that sets a key: it may hold JSON for one of the key's parents. */
function appConfigVariable(options: {
  environment: Environment;
  segments: string[];
}) {
  const { environment, segments } = options;
  const all = environment.variables.all();
  for (let length = segments.length; length > 0; length -= 1) {
    const name = `APP_CONFIG_${segments.slice(0, length).join('_')}`;
    if (all[name] !== undefined) return name;
  }
  return 'APP_CONFIG_*';
}
