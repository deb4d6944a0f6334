import fs from 'node:fs/promises';
import path from 'node:path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { LineCounter, parseAllDocuments } from 'yaml';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import type { ConfigLayer, ConfigLayerKind } from './ConfigLayer';
import type { Environment } from './readEnvironment';

/**
 * Reads one app-config file the way Backstage does, `$include`, `$file`, `$env` and `${NAME}` included.
 * Throws a `ProblemsError` with file, line and column of everything that is not YAML.
 */
export async function readConfigFile(options: {
  file: string;
  kind: ConfigLayerKind;
  environment: Environment;
}): Promise<ConfigLayer[]> {
  const { file, kind, environment } = options;
  const name = path.relative(environment.root, file) || file;
  const label = name.startsWith('..') ? file : name;

  const text = await fs.readFile(file, 'utf8').catch(error => {
    throw new ProblemsError([unreadable(label, error)]);
  });
  const problems = yamlProblems({ label, text });
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }

  const source = FileConfigSource.create({
    path: file,
    watch: false,
    substitutionFunc: async variable => environment.variables.get(variable),
  });
  try {
    const layers: ConfigLayer[] = [];
    for await (const { configs } of ConfigSources.merge([
      source,
    ]).readConfigData()) {
      layers.push(
        ...configs.map(({ data }) => ({ kind, name: label, file, data })),
      );
      break;
    }
    return layers;
  } catch (error) {
    throw new ProblemsError([
      {
        code: 'config-file',
        problem: `the configuration file ${label} cannot be used`,
        where: label,
        cause: error instanceof Error ? error.message : String(error),
        remedy: 'mend what the cause names, then start again',
      },
    ]);
  }
}

function unreadable(label: string, error: NodeJS.ErrnoException): Problem {
  return error.code === 'ENOENT'
    ? {
        code: 'config-file',
        problem: `the configuration file ${label} does not exist`,
        remedy:
          'check the path given with --config; it is relative to the folder the command runs in',
      }
    : {
        code: 'config-file',
        problem: `the configuration file ${label} cannot be read`,
        cause: error.message,
        remedy: 'make the file readable for the user that runs the portal',
      };
}

function yamlProblems(options: { label: string; text: string }): Problem[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(options.text, { lineCounter: lines });
  if ('empty' in documents) {
    return [];
  }
  const problems: Problem[] = documents.flatMap(document =>
    // What follows the first error is mostly its consequence.
    document.errors.slice(0, 1).map(error => {
      const { line, col } = lines.linePos(error.pos[0]);
      return {
        code: 'config-file',
        problem: `${options.label} is not valid YAML`,
        where: `${options.label}:${line}:${col}`,
        cause: error.message.split('\n')[0].replace(/ at line .*$/, ''),
        remedy:
          'check indentation, quotes and colons around that line, then start again',
      };
    }),
  );
  const [first] = documents;
  const root = first?.toJS();
  if (
    problems.length === 0 &&
    root !== null &&
    (typeof root !== 'object' || Array.isArray(root))
  ) {
    problems.push({
      code: 'config-file',
      problem: `${options.label} does not hold a map of configuration keys`,
      where: `${options.label}:1:1`,
      cause: `the file holds ${
        Array.isArray(root) ? 'a list' : `a ${typeof root}`
      }`,
      remedy:
        'write keys and values, for example `app:` and below it `  title: My portal`',
    });
  }
  return problems;
}
