import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { KnownAction, KnownActions } from '@callboard/template-check';
import { isObject } from '../secrets/isObject';

/** What templates can use in this portal. */
export interface Installed {
  actions: KnownActions;
  /** Names of the filters of the template language, also of those that modules add. */
  filters: string[];
}

/** Asks the scaffolder, as the person, which actions and filters it has. Undefined where it does not tell. Never throws. */
export async function readInstalled(options: {
  scaffolder: Pick<
    ScaffolderService,
    'listActions' | 'listTemplatingExtensions'
  >;
  credentials: BackstageCredentials;
}): Promise<Installed | undefined> {
  const { scaffolder, credentials } = options;
  try {
    const [actions, extensions] = await Promise.all([
      scaffolder.listActions({}, { credentials }),
      scaffolder.listTemplatingExtensions({}, { credentials }),
    ]);
    return {
      actions: new Map(
        actions.map(({ id, schema }) => [id, toKnown(schema?.input)]),
      ),
      filters: Object.keys(extensions.filters),
    };
  } catch {
    return undefined;
  }
}

/** An action whose schema leaves others open, or has alternatives, takes any input. */
function toKnown(schema: unknown): KnownAction {
  if (!isObject(schema) || !isObject(schema.properties)) return {};
  const { properties, required, additionalProperties } = schema;
  return {
    ...(additionalProperties === false && { inputs: Object.keys(properties) }),
    ...(Array.isArray(required) && { required: required.map(String) }),
  };
}
