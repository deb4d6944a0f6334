import type { ConfigSchema } from '@backstage/config-loader';
import type { Problem } from '../problems/Problem';
import { locateKey } from './locateKey';
import type { ConfigNode } from './merge/ConfigNode';
import type { MergedConfig } from './merge/mergeLayers';

/** The form in which config-loader reports a violation: message, parameters, path. */
const VIOLATION = /^Config (.*?) \{ (.*?) \} at (\/.*)?$/;

type SchemaProblem = Problem & { key: string; isWritten: boolean };

/**
 * Checks the merged layers against the schema. Every violation becomes one problem with the file, line and key that set the value, and
 * what was expected. Values are never quoted, since they may be secrets.
 */
export async function schemaProblems(options: {
  merged: MergedConfig;
  schema: ConfigSchema;
  /** Leaves out what may only follow from other problems: keys that are missing, and what presets wrote. */
  onlyWritten?: boolean;
  /** Keys of which somebody else says in better words what is wrong there: `rules.0.owner`. */
  told?: string[];
}): Promise<Problem[]> {
  const { merged, schema, onlyWritten = false, told = [] } = options;
  try {
    schema.process([{ context: 'the configuration', data: merged.data }]);
    return [];
  } catch (error) {
    const messages = (error as { messages?: string[] }).messages;
    if (!messages) {
      throw error;
    }
    const problems = await Promise.all(
      messages.map(message => toProblem({ message, root: merged.root })),
    );
    return withoutFollowUps(
      problems.filter(
        ({ isWritten, key }) =>
          (isWritten || !onlyWritten) &&
          !told.some(other => other === key || other.startsWith(`${key}.`)),
      ),
    );
  }
}

async function toProblem(options: {
  message: string;
  root: ConfigNode;
}): Promise<SchemaProblem> {
  const match = VIOLATION.exec(options.message);
  const [expectation, pointer] = match
    ? [match[1], match[3] ?? '']
    : [options.message, ''];
  const segments = pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  const key = segments.join('.') || 'the whole configuration';
  const location = await locateKey({ segments, root: options.root });
  const where = location?.where;
  return {
    key,
    isWritten:
      location !== undefined &&
      location.isExact &&
      location.node.layer.kind !== 'preset' &&
      !expectation.startsWith('must have required property'),
    code: 'config-schema',
    problem: `the configuration key ${key} ${expectation}`,
    where,
    remedy: `correct the key${
      where ? ` in ${where.split(':')[0]}` : ''
    }, or remove it to get the default`,
  };
}

/**
 * A schema that allows several shapes reports each shape it tried; one line for a key is enough. Where a value has one of the shapes, but
 * something in it is wrong, that it has not the others is none.
 */
function withoutFollowUps(problems: SchemaProblem[]): Problem[] {
  const keys = problems.map(({ key }) => key);
  const byKey = new Map<string, SchemaProblem[]>();
  for (const problem of problems) {
    const hasShapes = problems.some(
      ({ key, problem: text }) =>
        key === problem.key && text.includes(' must match '),
    );
    const isWrongWithin = keys.some(key => key.startsWith(`${problem.key}.`));
    if (hasShapes && isWrongWithin) continue;
    byKey.set(problem.key, [...(byKey.get(problem.key) ?? []), problem]);
  }
  return [...byKey.values()].map(([first, ...others]) => {
    const { key, isWritten, ...problem } = first;
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
