import type { TemplateValidationError } from '@actions/workflow-parser/templates/template-validation-error';
import type { WorkflowFileError } from '../types';
import { locateInExpression } from './locateInExpression';

/** What GitHub says about a workflow file that it refuses. */
export interface InvalidFile {
  outcome: 'invalid';
  /** `Invalid workflow file: .github/workflows/ci.yml#L5` */
  title: string;
  message: string;
  /** At least one. */
  errors: WorkflowFileError[];
}

/** An invalid file with one error that is not from GitHub's parser. */
export function invalid(options: {
  path: string;
  text: string;
  line?: number;
}): InvalidFile {
  const { path, text, line } = options;
  return {
    outcome: 'invalid',
    title: title(path, line),
    message: text,
    errors: [{ message: text, ...(line !== undefined && { line }) }],
  };
}

/** Words errors of GitHub's parser as GitHub's site does. */
export function describeErrors(options: {
  path: string;
  /** Of the file. */
  content: string;
  errors: TemplateValidationError[];
  /** The file is not YAML. */
  syntax: boolean;
}): InvalidFile {
  const { path, content, syntax } = options;
  const errors = options.errors.map(({ prefix = '', rawMessage, range }) => ({
    // GitHub's parser puts the file's name before the place.
    place: prefix.startsWith(path) ? prefix.slice(path.length).trim() : prefix,
    text: locateInExpression({ message: rawMessage, range, content }),
    start: range?.start,
  }));
  const line = errors[0].start?.line ?? (syntax ? 1 : undefined);
  const messages = new Set(
    errors.map(
      ({ place, text }) => `${place ? `${path} ${place}` : path}: ${text}`,
    ),
  );
  return {
    outcome: 'invalid',
    title: title(path, line),
    message: syntax
      ? `You have an error in your yaml syntax on line ${line}`
      : `The workflow is not valid. ${[...messages].join(',')}`,
    errors: errors.map(({ place, text, start }) => ({
      message: place ? `${place}: ${text}` : text,
      ...(start && { line: start.line, column: start.column }),
    })),
  };
}

function title(path: string, line: number | undefined): string {
  return `Invalid workflow file: ${path}${line ? `#L${line}` : ''}`;
}
