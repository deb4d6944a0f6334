import type { Sandbox } from '../../core/Sandbox';
import type { Milestone, Repository, User } from '../../core/state';
import type { Problem } from '../Problem';

export interface MilestoneFields {
  title?: string;
  description?: string | null;
  state?: 'open' | 'closed';
  /** ISO time; GitHub keeps the day. */
  dueOn?: string | null;
}

export type MilestoneOutcome =
  | { outcome: 'done'; milestone: Milestone }
  | { outcome: 'invalid'; problems: Problem[] };

/** Adds a milestone under the repository's next number. https://docs.github.com/rest/issues/milestones#create-a-milestone */
export function createMilestone(options: {
  sandbox: Sandbox;
  repository: Repository;
  actor: User;
  fields: MilestoneFields & { title: string };
  at?: string;
}): MilestoneOutcome {
  const { sandbox, repository, actor, fields, at } = options;
  const problems = check(options);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const now = at ?? sandbox.clock.iso();
  const others = sandbox.state.milestones.by('repository', repository.id);
  const milestone = sandbox.state.milestones.insert({
    id: sandbox.nextId(),
    repositoryId: repository.id,
    number: Math.max(0, ...others.map(({ number }) => number)) + 1,
    title: fields.title,
    description: fields.description ?? null,
    state: fields.state ?? 'open',
    creatorId: actor.id,
    dueOn: fields.dueOn ?? null,
    createdAt: now,
    updatedAt: now,
    closedAt: fields.state === 'closed' ? now : null,
  });
  return { outcome: 'done', milestone };
}

/** Changes a milestone; what is left out stays. */
export function updateMilestone(options: {
  sandbox: Sandbox;
  repository: Repository;
  milestone: Milestone;
  fields: MilestoneFields;
}): MilestoneOutcome {
  const { sandbox, milestone, fields } = options;
  const problems = check(options);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  const now = sandbox.clock.iso();
  milestone.title = fields.title ?? milestone.title;
  if (fields.description !== undefined) {
    milestone.description = fields.description;
  }
  if (fields.dueOn !== undefined) milestone.dueOn = fields.dueOn;
  if (fields.state && fields.state !== milestone.state) {
    milestone.state = fields.state;
    milestone.closedAt = fields.state === 'closed' ? now : null;
  }
  milestone.updatedAt = now;
  return { outcome: 'done', milestone };
}

/** Takes a milestone away, also from the issues that are in it. */
export function deleteMilestone(options: {
  sandbox: Sandbox;
  milestone: Milestone;
}): void {
  const { sandbox, milestone } = options;
  sandbox.state.milestones.remove(milestone);
  for (const issue of sandbox.state.issues.by(
    'repository',
    milestone.repositoryId,
  )) {
    if (issue.milestoneId === milestone.id) issue.milestoneId = null;
  }
}

function check(options: {
  sandbox: Sandbox;
  repository: Repository;
  milestone?: Milestone;
  fields: MilestoneFields;
}): Problem[] {
  const { sandbox, repository, milestone, fields } = options;
  const resource = 'Milestone';
  const problems: Problem[] = [];
  if (fields.title !== undefined && fields.title.trim() === '') {
    problems.push({ resource, code: 'missing_field', field: 'title' });
  }
  const same = sandbox.state.milestones
    .by('repository', repository.id)
    .some(other => other !== milestone && other.title === fields.title);
  if (same) problems.push({ resource, code: 'already_exists', field: 'title' });
  if (fields.dueOn && Number.isNaN(Date.parse(fields.dueOn))) {
    problems.push({ resource, code: 'invalid', field: 'due_on' });
  }
  return problems;
}
