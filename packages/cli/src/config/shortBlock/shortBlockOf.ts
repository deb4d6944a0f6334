import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { ShortBlock } from '@callboard/plugin-github-node';
import { githubNode } from '../stored/githubNode';
import { valueAt } from '../valueAt';

const KEYS = ['baseUrl', 'token', 'org'];

/**
 * `catalog.providers.github` where it is written in the short form `{baseUrl, token, org}`. What reads it is loaded only then: every command
 * comes by here.
 */
export function shortBlockOf(data: JsonObject): ShortBlock | undefined {
  const isWritten = KEYS.some(
    key => typeof valueAt(data, `catalog.providers.github.${key}`) === 'string',
  );
  return isWritten
    ? githubNode().readShortBlock({ config: new ConfigReader(data) })
    : undefined;
}
