import type { JsonValue } from '@backstage/types';
import { LineCounter, parseDocument } from 'yaml';
import { ProblemsError } from '../problems/ProblemsError';
import type { ConfigLayer } from './ConfigLayer';
import type { Environment } from './readEnvironment';

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** The layer that `CALLBOARD_APP_CONFIG` carries as base64. The value may hold secrets, so no message quotes it. */
export function decodeConfig({ encodedConfig }: Environment): ConfigLayer[] {
  if (!encodedConfig) {
    return [];
  }
  const { variable, value } = encodedConfig;
  const refuse = (cause: string, position = '') =>
    new ProblemsError([
      {
        code: 'app-config-invalid',
        problem: `the variable ${variable} cannot be used`,
        where: `${variable}${position}`,
        cause,
        remedy: `set it to a whole app-config in base64, for example with \`${variable}=$(base64 -w0 my-config.yaml)\``,
        variable,
      },
    ]);
  if (!BASE64.test(value)) {
    throw refuse('it is not base64');
  }
  const lines = new LineCounter();
  const document = parseDocument(
    Buffer.from(value, 'base64').toString('utf8'),
    { lineCounter: lines },
  );
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw refuse(
      `what it decodes to is not YAML (${error.code})`,
      `, decoded, ${line}:${col}`,
    );
  }
  let data: JsonValue;
  try {
    data = document.toJS();
  } catch {
    throw refuse('what it decodes to has an alias that cannot be followed');
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw refuse('what it decodes to is not a map of configuration keys');
  }
  return [{ kind: 'operator', name: variable, data }];
}
