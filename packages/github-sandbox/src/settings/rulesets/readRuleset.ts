import type { Sandbox } from '../../core/Sandbox';
import { validationFailed } from '../../http/GitHubError';
import { readChoice } from '../../http/body/readChoice';
import { notSupplied } from '../../http/invalidRequest';
import { bodyReader } from '../../http/body/bodyReader';
import { patternProblem } from '../../repositories/protection/matchesPattern';
import { readRules } from './readRules';
import type { Ruleset } from './Ruleset';

/** A ruleset as a body says; of PUT, what is left out stays. Throws 422. https://docs.github.com/rest/repos/rules#create-a-repository-ruleset */
export function readRuleset(options: {
  sandbox: Sandbox;
  body: Record<string, unknown>;
  /** Undefined: a new one. */
  known?: Ruleset;
  /** The others of the repository or organisation. */
  others: Ruleset[];
}): Ruleset {
  const { sandbox, body, known, others } = options;
  const resource = 'RepositoryRuleset';
  const name = body.name ?? known?.name;
  if (typeof name !== 'string' || name === '') throw notSupplied('name');
  if (others.some(other => other.name === name)) {
    throw validationFailed({ errors: ['Name must be unique'] });
  }
  const enforcement =
    readChoice({
      body,
      field: 'enforcement',
      words: ['disabled', 'active', 'evaluate'],
      resource,
    }) ?? known?.enforcement;
  if (!enforcement) throw notSupplied('enforcement');
  const target =
    readChoice({
      body,
      field: 'target',
      words: ['branch', 'tag', 'push', 'repository'],
      resource,
    }) ??
    known?.target ??
    'branch';
  const rules = readRules({ body, target }) ?? known?.rules ?? [];
  const now = sandbox.clock.iso();
  return {
    id: known?.id ?? sandbox.nextId(),
    name,
    target,
    enforcement,
    bypass_actors: readBypass(body) ?? known?.bypass_actors ?? [],
    conditions: readConditions(body) ?? known?.conditions ?? null,
    rules,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

function readBypass(
  body: Record<string, unknown>,
): Ruleset['bypass_actors'] | undefined {
  return bodyReader(body)
    .objects('bypass_actors')
    ?.map(actor => {
      const read = bodyReader(actor);
      return {
        actor_id: read.number('actor_id') ?? null,
        actor_type: read.requiredText('actor_type'),
        bypass_mode: read.text('bypass_mode') ?? 'always',
      };
    });
}

function readConditions(
  body: Record<string, unknown>,
): Ruleset['conditions'] | undefined {
  const conditions = bodyReader(body).object('conditions');
  if (!conditions) return undefined;
  const read = bodyReader(conditions);
  const refs = read.object('ref_name');
  const names = read.object('repository_name');
  return {
    ...conditions,
    ...(refs && { ref_name: readPatterns(refs) }),
    ...(names && { repository_name: { ...names, ...readPatterns(names) } }),
  };
}

/** Throws 422 for what is no pattern. */
function readPatterns(body: Record<string, unknown>) {
  const read = bodyReader(body);
  const [include, exclude] = ['include', 'exclude'].map(
    field => read.texts(field) ?? [],
  );
  for (const pattern of [...include, ...exclude]) {
    const problem = patternProblem(pattern);
    if (problem) {
      throw validationFailed({ errors: [`Pattern '${pattern}' ${problem}`] });
    }
  }
  return { include, exclude };
}
