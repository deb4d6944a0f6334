import { parseDocument } from 'yaml';
import { ProblemsError } from '../problems/ProblemsError';
import type { ConfigLayer } from './ConfigLayer';
import type { Environment } from './readEnvironment';

const NAME = 'CALLBOARD_APP_CONFIG';
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** The layer that `CALLBOARD_APP_CONFIG` carries as base64. The value may hold secrets, so no message quotes it. */
export function decodeConfig(environment: Environment): ConfigLayer[] {
  const { encodedConfig } = environment;
  if (!encodedConfig?.trim()) {
    return [];
  }
  if (!BASE64.test(encodedConfig)) {
    throw invalid('it is not base64');
  }
  const document = parseDocument(
    Buffer.from(encodedConfig, 'base64').toString('utf8'),
  );
  if (document.errors.length > 0) {
    throw invalid('what it decodes to is not YAML');
  }
  const data = document.toJS();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw invalid('what it decodes to is not a map of configuration keys');
  }
  return [{ kind: 'operator', name: NAME, data }];
}

function invalid(cause: string) {
  return new ProblemsError([
    {
      code: 'app-config-invalid',
      variable: NAME,
      problem: `the variable ${NAME} cannot be used`,
      cause,
      remedy: `set it to a whole app-config in base64, for example with \`${NAME}=$(base64 -w0 my-config.yaml)\``,
    },
  ]);
}
