import fs from 'node:fs';
import path from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { portalRoot } from '../config/portalRoot';
import type { Problem } from '../problems/Problem';
import type { Preset } from './Preset';
import { toCamelCase } from './toCamelCase';
import { toPreset } from './toPreset';

/** The published description of a preset file. */
export const presetSchemaFile = path.join(
  portalRoot,
  'presets',
  'preset.schema.json',
);

/** A preset, or everything that is wrong with its file. */
export type PresetFile =
  | { name: string; preset: Preset }
  | { name: string; problems: Problem[] };

let validator: ValidateFunction | undefined;

/** Reads one preset file and checks it against the schema. Each problem names file and line. */
export function readPresetFile(options: {
  file: string;
  isOwn: boolean;
}): PresetFile {
  const { file, isOwn } = options;
  const name = path.basename(file).replace(/\.ya?ml$/, '');
  const label = isOwn ? file : path.join('presets', path.basename(file));
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    return {
      name,
      problems: [invalid({ label, cause: (error as Error).message })],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [syntaxError] = document.errors;
  if (syntaxError) {
    const { line, col } = lines.linePos(syntaxError.pos[0]);
    const cause = syntaxError.message
      .split('\n')[0]
      .replace(/ at line .*$/, '');
    return {
      name,
      problems: [invalid({ label, position: `:${line}:${col}`, cause })],
    };
  }

  let content: unknown;
  try {
    // An alias of nothing, or one that unfolds without end, shows only here.
    content = toCamelCase(document.toJS());
  } catch (error) {
    return {
      name,
      problems: [invalid({ label, cause: (error as Error).message })],
    };
  }
  const positionOf = (segments: string[]) =>
    findPosition({ document, lines, segments });
  const violations = [
    ...schemaViolations(content),
    ...(isMap(content) ? otherViolations({ content, name }) : []),
  ];
  if (violations.length > 0) {
    return {
      name,
      problems: violations.map(({ segments, cause }) =>
        invalid({ label, position: positionOf(segments), cause }),
      ),
    };
  }
  return { name, preset: toPreset({ content, file, isOwn }) };
}

interface Violation {
  segments: string[];
  cause: string;
}

function schemaViolations(content: unknown): Violation[] {
  validator ??= new Ajv({ allErrors: true, strict: false }).compile(
    JSON.parse(fs.readFileSync(presetSchemaFile, 'utf8')),
  );
  if (validator(content)) {
    return [];
  }
  return (validator.errors ?? [])
    .filter(({ keyword }) => keyword !== 'anyOf')
    .map(error => ({
      segments: error.instancePath
        .split('/')
        .slice(1)
        .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~')),
      cause: explain(error),
    }));
}

function explain({ instancePath, keyword, message, params }: ErrorObject) {
  const key = instancePath.slice(1).replace(/\//g, '.') || 'the file';
  switch (keyword) {
    case 'additionalProperties':
      return `${key} has the unknown key ${params.additionalProperty}`;
    case 'enum':
      return `${key} must be one of ${params.allowedValues.join(', ')}`;
    default:
      return `${key} ${message}`;
  }
}

/** What a JSON schema cannot say. */
function otherViolations(options: {
  content: Record<string, any>;
  name: string;
}): Violation[] {
  const { content, name } = options;
  const violations: Violation[] = [];
  if (typeof content.name === 'string' && content.name !== name) {
    violations.push({
      segments: ['name'],
      cause: `the name is ${content.name}, but the file is called ${name}`,
    });
  }
  const check = (segments: string[], variables: unknown) => {
    for (const [variable, { pattern } = {} as any] of Object.entries(
      isMap(variables) ? variables : {},
    )) {
      if (typeof pattern === 'string' && !isPattern(pattern)) {
        violations.push({
          segments: [...segments, variable, 'pattern'],
          cause: `the pattern of ${variable} is not a regular expression`,
        });
      }
    }
  };
  check(['requires', 'variables'], content.requires?.variables);
  const choices = content.requires?.choices;
  (Array.isArray(choices) ? choices : []).forEach((choice, index) =>
    (Array.isArray(choice?.options) ? choice.options : []).forEach(
      (option: any, at: number) =>
        check(
          ['requires', 'choices', `${index}`, 'options', `${at}`, 'variables'],
          option?.variables,
        ),
    ),
  );
  return violations;
}

function isPattern(pattern: string) {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

function isMap(value: unknown): value is Record<string, any> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function findPosition(options: {
  document: Document;
  lines: LineCounter;
  segments: string[];
}) {
  const { document, lines, segments } = options;
  for (let length = segments.length; length >= 0; length -= 1) {
    const node = document.getIn(
      segments
        .slice(0, length)
        .map(segment => (/^\d+$/.test(segment) ? Number(segment) : segment)),
      true,
    );
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `:${line}:${col}`;
    }
  }
  return ':1:1';
}

function invalid(options: {
  label: string;
  position?: string;
  cause: string;
}): Problem {
  const { label, position = '', cause } = options;
  return {
    code: 'preset-invalid',
    problem: `the preset file ${label} cannot be used`,
    where: `${label}${position}`,
    cause,
    remedy:
      'correct the file; docs/presets/README.md describes the format, presets/preset.schema.json is its schema',
  };
}
