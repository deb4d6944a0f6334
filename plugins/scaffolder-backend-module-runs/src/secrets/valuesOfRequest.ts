import { InputError } from '@backstage/errors';
import { environmentSecrets } from './environmentSecrets';
import { isObject } from './isObject';
import { secretValues } from './secretValues';
import { splitSecrets } from './splitSecrets';

const EMPTY = {
  apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
  steps: [],
  output: {},
};

/** As many characters as a secret may have: a mask of more takes too much memory. A secret of GitHub has 48 KB at most. */
const LONGEST = 32_768;
const LONGEST_TOGETHER = 32_768;

/**
 * Every text in the body of a request for a run, or for a dry run, that must not be shown: the values of secret parameters, and of
 * `secrets`, and what the configuration gives to every run.
 *
 * @throws InputError for a secret of more than 32768 characters, by its name.
 */
export function valuesOfRequest(options: {
  /** `{values, secrets}`, as it came: of any shape. */
  body: unknown;
  /** Dotted paths. */
  secretParameters: string[];
}): string[] {
  const body = isObject(options.body) ? options.body : {};
  const { hidden } = splitSecrets({
    spec: { ...EMPTY, parameters: isObject(body.values) ? body.values : {} },
    secretParameters: options.secretParameters,
  });
  const secrets = isObject(body.secrets) ? body.secrets : {};
  const named = [
    ...Object.entries(hidden).map(
      ([name, text]) =>
        [name, secretValues({ value: JSON.parse(text) })] as const,
    ),
    ...Object.entries(secrets).map(
      ([name, value]) => [`secrets.${name}`, secretValues({ value })] as const,
    ),
  ];
  let together = 0;
  for (const [name, values] of named) {
    const length = Math.max(0, ...values.map(value => value.length));
    together += values.reduce((sum, value) => sum + value.length, 0);
    if (length > LONGEST || together > LONGEST_TOGETHER) {
      throw new InputError(
        `"${name}" makes the secrets of this request too long to be masked: one has at most ${LONGEST} characters, all together ${LONGEST_TOGETHER}`,
      );
    }
  }
  return [
    ...new Set([
      ...named.flatMap(([, values]) => values),
      ...environmentSecrets(),
    ]),
  ];
}
