import type { Sandbox } from '../../core/Sandbox';
import type { Label, Repository } from '../../core/state';
import type { Problem } from '../Problem';
import { findLabel } from './findLabel';

export interface LabelFields {
  name?: string;
  /** Six hexadecimal digits. */
  color?: string;
  description?: string | null;
}

export type LabelOutcome =
  | { outcome: 'done'; label: Label }
  | { outcome: 'invalid'; problems: Problem[] };

/** Adds a label to a repository. https://docs.github.com/rest/issues/labels#create-a-label */
export function createLabel(options: {
  sandbox: Sandbox;
  repository: Repository;
  fields: LabelFields & { name: string };
  default?: boolean;
}): LabelOutcome {
  const { sandbox, repository, fields } = options;
  const problems = check(options);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const label = sandbox.state.labels.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    name: fields.name,
    color: (fields.color ?? 'ededed').toLowerCase(),
    description: fields.description ?? null,
    default: options.default ?? false,
  });
  return { outcome: 'done', label };
}

/** Changes a label; what is left out stays. */
export function updateLabel(options: {
  sandbox: Sandbox;
  repository: Repository;
  label: Label;
  fields: LabelFields;
}): LabelOutcome {
  const { label, fields } = options;
  const problems = check(options);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  label.name = fields.name ?? label.name;
  label.color = fields.color?.toLowerCase() ?? label.color;
  if (fields.description !== undefined) label.description = fields.description;
  return { outcome: 'done', label };
}

/** Takes a label from a repository and from everything that has it. */
export function deleteLabel(options: { sandbox: Sandbox; label: Label }): void {
  const { sandbox, label } = options;
  sandbox.state.labels.remove(label);
  for (const issue of sandbox.state.issues.by(
    'repository',
    label.repositoryId,
  )) {
    issue.labelIds = issue.labelIds.filter(id => id !== label.id);
  }
}

function check(options: {
  sandbox: Sandbox;
  repository: Repository;
  label?: Label;
  fields: LabelFields;
}): Problem[] {
  const { fields, label } = options;
  const problems: Problem[] = [];
  const resource = 'Label';
  if (fields.name !== undefined && fields.name.trim() === '') {
    problems.push({ resource, code: 'missing_field', field: 'name' });
  }
  if (fields.color !== undefined && !/^[0-9a-f]{6}$/i.test(fields.color)) {
    problems.push({ resource, code: 'invalid', field: 'color' });
  }
  const same =
    fields.name !== undefined && findLabel({ ...options, name: fields.name });
  if (same && same !== label) {
    problems.push({ resource, code: 'already_exists', field: 'name' });
  }
  return problems;
}
