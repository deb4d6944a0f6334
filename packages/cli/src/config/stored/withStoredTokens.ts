import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { StoredCredential } from '@callboard/plugin-github-node';
import type { ConfigLayer } from '../ConfigLayer';
import type { ConfigNode } from '../merge/ConfigNode';
import type { MergedConfig } from '../merge/mergeLayers';
import { toData } from '../merge/toData';
import { githubNode } from './githubNode';
import { STORED_LABEL } from './readStored';

/**
 * Puts tokens that were rotated into the place of those that the layers name, so that what reads its configuration at start uses them too.
 * The layers' own are shown as overridden.
 */
export function withStoredTokens(options: {
  merged: MergedConfig;
  credentials: StoredCredential[];
}): MergedConfig {
  const { merged, credentials } = options;
  if (!credentials.some(({ kind }) => kind === 'token')) {
    return merged;
  }
  const { readGithubHosts } = githubNode();
  const { connections, ...others } = merged.data;
  // Stock code that knows nothing of `connections` reads entries of `integrations` that are out of effect elsewhere.
  const views: JsonObject[] = connections ? [merged.data, others] : [others];
  let { root } = merged;
  for (const view of views) {
    const { hosts } = readGithubHosts({
      config: new ConfigReader(view),
      stored: credentials,
    });
    for (const credential of hosts.flatMap(host => host.credentials)) {
      if (
        credential.kind === 'token' &&
        credential.from === 'stored' &&
        credential.configKey
      ) {
        root = withToken({
          root,
          key: credential.configKey,
          token: credential.token,
        });
      }
    }
  }
  return { root, data: toData(root) as JsonObject };
}

/** `integrations.github[0].token`, or for `connections[0].auth[1]` the token in it. */
function withToken(options: {
  root: ConfigNode;
  key: string;
  token: string;
}): ConfigNode {
  const { root, key, token } = options;
  const segments = key.split(/[.[\]]+/).filter(Boolean);
  const path = segments.at(-1) === 'token' ? segments : [...segments, 'token'];
  const layer: ConfigLayer = { kind: 'derived', name: STORED_LABEL, data: {} };
  const replace = (node: ConfigNode, depth: number): ConfigNode => {
    if (depth === path.length) {
      return {
        kind: 'scalar',
        value: token,
        layer,
        path,
        overrides: [
          ...node.overrides,
          { layer: node.layer, value: toData(node) },
        ],
      };
    }
    const segment = path[depth];
    if (node.kind === 'map') {
      const child = node.children.get(segment);
      return child
        ? {
            ...node,
            children: new Map(node.children).set(
              segment,
              replace(child, depth + 1),
            ),
          }
        : node;
    }
    return node.kind === 'list'
      ? {
          ...node,
          items: node.items.map((item, index) =>
            `${index}` === segment ? replace(item, depth + 1) : item,
          ),
        }
      : node;
  };
  return replace(root, 0);
}
