import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import { jsonPointer } from './jsonPointer';

/** One breach of a schema. `path` is the field that is wrong, or the parent of the one that is missing. */
export type SchemaFinding = {
  path: string[];
  at: 'key' | 'value';
  /** The field under `path` that is missing, where that is what is wrong. */
  missing?: string;
  message: string;
  remedy: string;
};

const compiled = new WeakMap<object, ValidateFunction>();

/** All breaches of a kind's schema, one for each field, in words. */
export function schemaFindings(options: {
  jsonSchema: object;
  entity: object;
}): SchemaFinding[] {
  const { jsonSchema, entity } = options;
  let validate = compiled.get(jsonSchema);
  if (!validate) {
    // Not strict: the model's schemas carry keywords of ajv-errors, and say of unknown formats nothing that matters here.
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      allowUnionTypes: true,
      addUsedSchema: false,
      logger: false,
      verbose: true,
    });
    validate = ajv.compile(jsonSchema);
    compiled.set(jsonSchema, validate);
  }
  if (validate(entity)) {
    return [];
  }

  const errors = validate.errors ?? [];
  const findings = new Map<string, SchemaFinding>();
  for (const error of errors) {
    const finding = describe(error, errors);
    if (finding) {
      const key = `${error.instancePath} ${finding.message}`;
      findings.set(key, findings.get(key) ?? finding);
    }
  }
  return [...findings.values()];
}

function describe(
  error: ErrorObject,
  all: ErrorObject[],
): SchemaFinding | undefined {
  const path = jsonPointer(error.instancePath);
  const field = path.join('.') || 'the entity';
  const { params } = error as { params: Record<string, any> };

  switch (error.keyword) {
    case 'required':
      return {
        path,
        at: 'key',
        missing: params.missingProperty,
        message: `${[...path, params.missingProperty].join('.')} is missing.`,
        remedy: `Add ${params.missingProperty}${
          path.length ? ` under ${field}` : ''
        }.`,
      };
    case 'type': {
      // A branch of a oneOf that asks for another type says nothing when another branch got further.
      const deeper = all.some(other =>
        other.instancePath.startsWith(`${error.instancePath}/`),
      );
      if (deeper && /\/(oneOf|anyOf)\//.test(error.schemaPath)) {
        return undefined;
      }
      // The branches of a oneOf complain one by one; together they say what is allowed.
      const types = all
        .filter(
          other =>
            other.keyword === 'type' &&
            other.instancePath === error.instancePath,
        )
        .flatMap(other => other.params.type as string | string[]);
      const expected = [...new Set(types)].map(typeInWords).join(' or ');
      return {
        path,
        at: 'value',
        message: `${field} must be ${expected}, but is ${valueInWords(
          error.data,
        )}.`,
        remedy: typeRemedy(expected, error.data),
      };
    }
    case 'minLength':
      return {
        path,
        at: 'value',
        message: `${field} must not be empty.`,
        remedy: 'Give it a value, or remove the key.',
      };
    case 'enum':
    case 'const': {
      const allowed: unknown[] = params.allowedValues ?? [params.allowedValue];
      return {
        path,
        at: 'value',
        message: `${field} must be ${allowed
          .map(v => JSON.stringify(v))
          .join(' or ')}, but is ${valueInWords(error.data)}.`,
        remedy: 'Use one of the allowed values.',
      };
    }
    case 'additionalProperties':
      return {
        path: [...path, params.additionalProperty],
        at: 'key',
        message: `${params.additionalProperty} is not a field of ${
          path.length ? field : 'an entity'
        }.`,
        remedy: path.length
          ? 'Remove it.'
          : 'Remove it, or move it under metadata or spec.',
      };
    case 'oneOf':
    case 'anyOf':
    case 'allOf':
    case 'if':
      // Said by the errors of its branches; where these are further down, there is nothing to add.
      return undefined;
    default:
      return {
        path,
        at: 'value',
        message: `${field} ${error.message}.`,
        remedy: 'Correct the value.',
      };
  }
}

function typeInWords(type: string): string {
  return (
    {
      array: 'a list',
      boolean: 'true or false',
      integer: 'a whole number',
      null: 'empty',
      number: 'a number',
      object: 'a mapping',
      string: 'a string',
    }[type] ?? type
  );
}

function valueInWords(value: unknown): string {
  if (value === null) {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object') {
    return 'a mapping';
  }
  return shortened(JSON.stringify(value) ?? 'not known here');
}

function typeRemedy(expected: string, value: unknown): string {
  if (value === null) {
    return 'Give it a value, or remove the key.';
  }
  if (
    expected === 'a string' &&
    (typeof value === 'number' || typeof value === 'boolean')
  ) {
    return `Put quotes around it: "${value}".`;
  }
  if (expected === 'a list' && typeof value === 'string') {
    return `Write it as a list: [${shortened(JSON.stringify(value))}].`;
  }
  return `Write it as ${expected}.`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
