import { isMapping } from '../isMapping';
import type { TemplateFinding } from '../TemplateFinding';
import { pagesOf } from './pagesOf';

const MAX_DEPTH = 32;

/** What is wrong with the pages of a template's form. */
export function parameterFindings(options: {
  spec: Record<string, unknown>;
}): TemplateFinding[] {
  const findings: TemplateFinding[] = [];
  const report = (
    finding: Omit<TemplateFinding, 'rule' | 'at'> &
      Partial<Pick<TemplateFinding, 'at'>>,
  ) => findings.push({ rule: 'template-parameter', at: 'value', ...finding });

  for (const { page, path } of pagesOf(options.spec.parameters)) {
    if (!isMapping(page)) {
      report({
        level: 'error',
        path,
        message: `A page of the form must be a mapping with title and properties, but is ${inWords(
          page,
        )}.`,
        remedy: 'Describe the page, or remove it.',
      });
    } else {
      checkSchema(page, path, 0, report);
    }
  }
  return findings;
}

function checkSchema(
  schema: Record<string, unknown>,
  path: string[],
  depth: number,
  report: (finding: Omit<TemplateFinding, 'rule' | 'at'>) => void,
) {
  if (depth > MAX_DEPTH) {
    return;
  }
  const { properties } = schema;
  if (properties !== undefined && !isMapping(properties)) {
    report({
      level: 'error',
      path: [...path, 'properties'],
      message: `properties must be a mapping from names to fields, but is ${inWords(
        properties,
      )}.`,
      remedy: 'Write each field under its name.',
    });
    return;
  }
  const named = isMapping(properties) ? properties : {};
  const isPlain = ![
    'allOf',
    'anyOf',
    'oneOf',
    'dependencies',
    'if',
    '$ref',
  ].some(key => key in schema);
  if (Array.isArray(schema.required) && isPlain) {
    schema.required.forEach((name, index) => {
      if (typeof name === 'string' && !Object.hasOwn(named, name)) {
        report({
          level: 'error',
          path: [...path, 'required', String(index)],
          message: `${name} is required, but the page has no such field: nobody can get past it.`,
          remedy: 'Add the field, or take the name out of required.',
        });
      }
    });
  }
  for (const [name, field] of Object.entries(named)) {
    const at = [...path, 'properties', name];
    if (!isMapping(field)) {
      report({
        level: 'error',
        path: at,
        message: `The field ${name} must be a mapping, but is ${inWords(
          field,
        )}.`,
        remedy: 'Give it a title and a type.',
      });
      continue;
    }
    checkField(name, field, at, report);
    checkSchema(field, at, depth + 1, report);
  }
}

function checkField(
  name: string,
  field: Record<string, unknown>,
  path: string[],
  report: (finding: Omit<TemplateFinding, 'rule' | 'at'>) => void,
) {
  if (typeof field.pattern === 'string') {
    try {
      RegExp(field.pattern, 'u');
    } catch (error) {
      report({
        level: 'error',
        path: [...path, 'pattern'],
        message: `The pattern of ${name} is no regular expression: ${
          (error as Error).message
        }.`,
        remedy: 'Correct the pattern.',
      });
    }
  }
  if (
    field.default !== undefined &&
    typeof field.type === 'string' &&
    !hasType(field.default, field.type)
  ) {
    report({
      level: 'warning',
      path: [...path, 'default'],
      message: `The default of ${name} is ${inWords(
        field.default,
      )}, its type is ${field.type}.`,
      remedy: 'Make the two agree.',
    });
  }
}

function hasType(value: unknown, type: string): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isMapping(value);
    case 'null':
      return value === null;
    default:
      return true;
  }
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) {
    return 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return isMapping(value) ? 'a mapping' : `a ${typeof value}`;
}
