import type { ConfigSchema } from '@backstage/config-loader';
import type { Problem } from '../problems/Problem';
import type { ConfigLayer } from './ConfigLayer';
import { locateKey } from './locateKey';

/** The form in which config-loader reports a violation: message, parameters, path. */
const VIOLATION = /^Config (.*?) \{ (.*?) \} at (\/.*)?$/;

/**
 * Checks the merged layers against the schema. Every violation becomes one problem with the file, line and key that set the value, and
 * what was expected. Values are never quoted, since they may be secrets.
 */
export async function schemaProblems(options: {
  layers: ConfigLayer[];
  schema: ConfigSchema;
}): Promise<Problem[]> {
  const { layers, schema } = options;
  try {
    schema.process(layers.map(({ name, data }) => ({ context: name, data })));
    return [];
  } catch (error) {
    const messages = (error as { messages?: string[] }).messages;
    if (!messages) {
      throw error;
    }
    const problems = await Promise.all(
      messages.map(message => toProblem({ message, layers })),
    );
    return withoutFollowUps(problems);
  }
}

async function toProblem(options: {
  message: string;
  layers: ConfigLayer[];
}): Promise<Problem & { key: string }> {
  const match = VIOLATION.exec(options.message);
  const [expectation, pointer] = match
    ? [match[1], match[3] ?? '']
    : [options.message, ''];
  const segments = pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  const key = segments.join('.') || 'the whole configuration';
  const where = await locateKey({ segments, layers: options.layers });
  return {
    key,
    problem: `the configuration key ${key} ${expectation}`,
    where,
    remedy: `correct the key${
      where ? ` in ${where.split(':')[0]}` : ''
    }, or remove it to get the default`,
  };
}

/** A schema that allows several shapes reports each shape it tried; one line for a key is enough. */
function withoutFollowUps(problems: (Problem & { key: string })[]): Problem[] {
  const byKey = new Map<string, (Problem & { key: string })[]>();
  for (const problem of problems) {
    byKey.set(problem.key, [...(byKey.get(problem.key) ?? []), problem]);
  }
  return [...byKey.values()].map(([first, ...others]) => {
    const { key, ...problem } = first;
    const alternatives = others
      .map(other => other.problem.slice(`the configuration key ${key} `.length))
      .filter(text => !text.startsWith('must match'));
    return alternatives.length
      ? {
          ...problem,
          cause: `also possible: ${[...new Set(alternatives)].join('; ')}`,
        }
      : problem;
  });
}
