import { actorOf } from '../../access';
import { isoSeconds } from '../../core/isoSeconds';
import type { Milestone } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { conversationAccess } from '../issueAccess';
import { labelsOf } from '../labels/labelsOf';
import {
  createMilestone,
  deleteMilestone,
  updateMilestone,
} from '../milestones/changeMilestone';
import type { MilestoneFields } from '../milestones/changeMilestone';
import { findMilestone } from '../milestones/findMilestone';
import { presentLabel } from '../present/presentLabel';
import { presentMilestone } from '../present/presentMilestone';
import { notAMember } from '../../http/invalidRequest';
import { invalid } from '../Problem';
import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';
import { requireText } from '../../http/body/requireText';

const STATES = ['open', 'closed'] as const;
const one = '/repos/{owner}/{repo}/milestones/{milestone_number}';
const read = conversationAccess('read');
const write = { ...conversationAccess('write'), role: 'triage' as const };

function milestoneOf(call: RepositoryCall): Milestone {
  const milestone = findMilestone({
    ...call,
    number: Number(call.params.milestone_number),
  });
  if (!milestone) throw notFound();
  return milestone;
}

function fieldsOf(body: Record<string, unknown>): MilestoneFields {
  const fields = bodyReader(body);
  const due = fields.textOrNull('due_on');
  const state = fields.text('state');
  if (state !== undefined && !isOneOf(STATES, state)) {
    throw notAMember({ value: state, members: STATES });
  }
  return {
    title: fields.text('title'),
    description: fields.textOrNull('description'),
    state,
    dueOn:
      due && !Number.isNaN(Date.parse(due)) ? isoSeconds(new Date(due)) : due,
  };
}

/** https://docs.github.com/rest/issues/milestones#list-milestones */
export const listMilestones: Route = {
  route: 'GET /repos/{owner}/{repo}/milestones',
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, repository, query } = call;
    const state = query.get('state') ?? 'open';
    const sign = query.get('direction') === 'desc' ? -1 : 1;
    const presented = sandbox.state.milestones
      .by('repository', repository.id)
      .filter(milestone => state === 'all' || milestone.state === state)
      .map(milestone => presentMilestone({ ...call, milestone }));
    const share = (milestone: (typeof presented)[number]) =>
      milestone.closed_issues /
      Math.max(1, milestone.open_issues + milestone.closed_issues);
    presented.sort((a, b) => {
      const compared =
        query.get('sort') === 'completeness'
          ? share(a) - share(b)
          : (a.due_on ?? '9').localeCompare(b.due_on ?? '9');
      return sign * (compared || a.number - b.number);
    });
    const { rows, total } = paginate({ call, rows: presented });
    return { body: rows, total };
  },
};

export const createMilestoneRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/milestones',
  on: 'repository',
  access: write,
  handle(call) {
    const title = requireText({ body: call.body, field: 'title' });
    const result = createMilestone({
      ...call,
      actor: actorOf(call.viewer),
      fields: { ...fieldsOf(call.body), title },
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    const answer = presentMilestone({ ...call, milestone: result.milestone });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

export const getMilestone: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: read,
  handle: call => ({
    body: presentMilestone({ ...call, milestone: milestoneOf(call) }),
  }),
};

export const updateMilestoneRoute: Route = {
  route: `PATCH ${one}`,
  on: 'repository',
  access: write,
  handle(call) {
    const result = updateMilestone({
      ...call,
      milestone: milestoneOf(call),
      fields: fieldsOf(call.body),
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    return { body: presentMilestone({ ...call, milestone: result.milestone }) };
  },
};

export const deleteMilestoneRoute: Route = {
  route: `DELETE ${one}`,
  on: 'repository',
  access: write,
  handle(call) {
    deleteMilestone({ ...call, milestone: milestoneOf(call) });
    return { status: 204 };
  },
};

/** The labels that the issues of a milestone have. */
export const listLabelsOfMilestone: Route = {
  route: `GET ${one}/labels`,
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, repository } = call;
    const milestone = milestoneOf(call);
    const labels = sandbox.state.issues
      .by('repository', repository.id)
      .filter(({ milestoneId }) => milestoneId === milestone.id)
      .flatMap(issue => labelsOf({ sandbox, issue }));
    const { rows, total } = paginate({ call, rows: [...new Set(labels)] });
    return { body: rows.map(label => presentLabel({ ...call, label })), total };
  },
};
