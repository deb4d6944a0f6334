import { bodyReader } from '../../http/body/bodyReader';
import { wrongType } from '../../http/body/wrongType';
import { invalidRequest } from '../../http/invalidRequest';
import { hookProblemError } from './hookProblemError';

export interface HookBody {
  config?: Record<string, unknown>;
  events?: string[];
  addEvents?: string[];
  removeEvents?: string[];
  active?: boolean;
}

/** The body of a request that makes or changes a hook. Throws 422 as GitHub does where a value has another type. */
export function readHookBody(options: {
  body: Record<string, unknown>;
  /** Keys without which GitHub refuses it. */
  required: string[];
}): HookBody {
  const { body, required } = options;
  const { name } = body;
  const missing = required.filter(key => body[key] === undefined);
  if (missing.length > 0) {
    throw invalidRequest(`${quoted(missing)} wasn't supplied.`);
  }
  if (name !== undefined && name !== 'web') {
    throw hookProblemError({ message: 'Name must be web' });
  }
  if (body.config === null) {
    throw wrongType({ field: 'config', value: null, wanted: 'an object' });
  }
  const read = bodyReader(body);
  return {
    config: read.object('config'),
    active: read.flag('active'),
    events: read.texts('events'),
    addEvents: read.texts('add_events'),
    removeEvents: read.texts('remove_events'),
  };
}

function quoted(keys: string[]) {
  return keys.map(key => `"${key}"`).join(', ');
}
