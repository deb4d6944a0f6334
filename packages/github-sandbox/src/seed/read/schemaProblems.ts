import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { nearestName } from '../check/nearestName';
import type { Schema } from '../schema/parts';
import type { SeedProblem } from '../SeedProblem';
import { lineOf } from './lineOf';
import type { YamlSource } from './YamlSource';

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });
const validators = new Map<Schema, ValidateFunction>();

/** Everything in a document that does not fit a schema. An empty document fits. */
export function schemaProblems(options: {
  source: YamlSource;
  schema: Schema;
}): SeedProblem[] {
  const { source, schema } = options;
  if (source.data === undefined) return [];
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (validate(source.data)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'propertyNames')
    .map(error => {
      const path = pathOf(error);
      return {
        file: source.file,
        line: lineOf({ source, path }),
        key: path.join('.'),
        ...explain(error),
      };
    });
}

function pathOf(error: ErrorObject): string[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (error.keyword === 'additionalProperties') {
    return [...path, error.params.additionalProperty];
  }
  return error.propertyName === undefined
    ? path
    : [...path, error.propertyName];
}

function explain(error: ErrorObject): { message: string; remedy: string } {
  const { keyword, params, message, parentSchema } = error;
  switch (keyword) {
    case 'additionalProperties': {
      const name: string = params.additionalProperty;
      const known = Object.keys(parentSchema?.properties ?? {});
      const meant = nearestName({ name, known });
      return {
        message: `"${name}" is not a key that can stand here`,
        remedy: meant
          ? `Write "${meant}" if that is meant.`
          : `Use one of ${known.join(', ')}, or leave it out.`,
      };
    }
    case 'required':
      return {
        message: `"${params.missingProperty}" is missing`,
        remedy: `Add "${params.missingProperty}".`,
      };
    case 'enum':
      return {
        message: 'this value is not possible here',
        remedy: `Use one of ${params.allowedValues.join(', ')}.`,
      };
    case 'pattern':
      return {
        message: 'this text does not have the form that is needed',
        remedy: `Write something that matches ${params.pattern}.`,
      };
    default:
      return {
        message: `the value ${message}`,
        remedy: 'Change the value.',
      };
  }
}
