import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Problem } from '../problems/Problem';

const ASSIGNMENT = /^\s*(?:export\s+)?[A-Za-z_]\w*\s*=/;

/** What an environment file holds, and what is wrong with it. Values are never quoted: most of them are secrets. */
export interface EnvFile {
  label: string;
  values: Record<string, string>;
  problems: Problem[];
  warnings: string[];
}

/**
 * Reads the file given with `--env-file`, else the `.env` in the root, if there is one. Its form is that of Node's own `--env-file`. A file
 * that others may read gets a warning.
 */
export function readEnvFile(options: {
  root: string;
  /** As given on the command line, absolute. */
  file?: string;
}): EnvFile | undefined {
  const file = options.file ?? path.join(options.root, '.env');
  const label = options.file ? path.basename(file) : '.env';
  if (!options.file && !fs.existsSync(file)) {
    return undefined;
  }
  let text: string;
  let mode: number;
  try {
    text = fs.readFileSync(file, 'utf8');
    mode = fs.statSync(file).mode;
  } catch (error) {
    const problem: Problem = {
      code: 'env-file',
      problem: `the environment file ${file} cannot be read`,
      cause: (error as Error).message,
      remedy: options.file
        ? 'check the path given with --env-file; it is relative to the folder the command runs in'
        : 'make the file readable for the user that runs the portal, or remove it',
    };
    return { label, values: {}, problems: [problem], warnings: [] };
  }
  return {
    label,
    values: parseEnv(text) as Record<string, string>,
    problems: lineProblems({ file, text }),
    warnings: (mode & 0o077) !== 0 ? [modeWarning(file)] : [],
  };
}

function modeWarning(file: string) {
  return `${file} holds secrets and can be read by other users of this machine: chmod 600 ${file}`;
}

/**
 * Node skips what it does not understand; a typing error would become a missing variable. Lines that follow one another are one
 * problem: they are mostly a value of several lines without quotes.
 */
function lineProblems(options: { file: string; text: string }): Problem[] {
  const { file, text } = options;
  const bad: number[] = [];
  let open: { quote: string; line: number } | undefined;
  text.split(/\r?\n/).forEach((line, index) => {
    if (open) {
      if (line.includes(open.quote)) open = undefined;
    } else if (!/^\s*(#|$)/.test(line)) {
      if (!ASSIGNMENT.test(line)) bad.push(index + 1);
      const value = line.slice(line.indexOf('=') + 1).trim();
      const quote = /^["'`]/.exec(value)?.[0];
      if (quote && !value.slice(1).includes(quote)) {
        open = { quote, line: index + 1 };
      }
    }
  });
  const problems = runsOf(bad).map(
    ([first, last]): Problem => ({
      code: 'env-file',
      problem:
        first === last
          ? 'a line of the environment file is not NAME=value'
          : `lines ${first} to ${last} of the environment file are not NAME=value`,
      where: `${file}:${first}`,
      remedy:
        'write NAME=value, put quotes around a value of several lines, or start the line with # to make it a comment',
    }),
  );
  return open
    ? [
        ...problems,
        {
          code: 'env-file',
          problem:
            'a value of the environment file begins with a quote that has no end',
          where: `${file}:${open.line}`,
          remedy: 'end the value with the same quote, or leave both away',
        },
      ]
    : problems;
}

/** First and last of each run of numbers that follow one another. */
function runsOf(numbers: number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) {
      run[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  return runs;
}
