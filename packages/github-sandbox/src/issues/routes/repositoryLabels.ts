import type { Label } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { conversationAccess } from '../issueAccess';
import { createLabel, deleteLabel, updateLabel } from '../labels/changeLabel';
import { findLabel } from '../labels/findLabel';
import { presentLabel } from '../present/presentLabel';
import { invalid } from '../Problem';
import { bodyReader } from '../../http/body/bodyReader';

const read = conversationAccess('read');
const write = { ...conversationAccess('write'), role: 'triage' as const };

function labelOf(call: RepositoryCall): Label {
  const label = findLabel({ ...call, name: call.params.name });
  if (!label) throw notFound();
  return label;
}

export const listLabels: Route = {
  route: 'GET /repos/{owner}/{repo}/labels',
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, repository } = call;
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.labels.by('repository', repository.id),
    });
    return { body: rows.map(label => presentLabel({ ...call, label })), total };
  },
};

export const getLabel: Route = {
  route: 'GET /repos/{owner}/{repo}/labels/{name}',
  on: 'repository',
  access: read,
  handle: call => ({ body: presentLabel({ ...call, label: labelOf(call) }) }),
};

export const createLabelRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/labels',
  on: 'repository',
  access: write,
  handle(call) {
    const { body } = call;
    const fields = bodyReader(body);
    const result = createLabel({
      ...call,
      fields: {
        name: fields.requiredText('name'),
        color: fields.text('color')?.replace(/^#/, ''),
        description: fields.textOrNull('description'),
      },
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    const answer = presentLabel({ ...call, label: result.label });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

export const updateLabelRoute: Route = {
  route: 'PATCH /repos/{owner}/{repo}/labels/{name}',
  on: 'repository',
  access: write,
  handle(call) {
    const fields = bodyReader(call.body);
    const result = updateLabel({
      ...call,
      label: labelOf(call),
      fields: {
        name: fields.text('new_name') ?? fields.text('name'),
        color: fields.text('color')?.replace(/^#/, ''),
        description: fields.textOrNull('description'),
      },
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    return { body: presentLabel({ ...call, label: result.label }) };
  },
};

export const deleteLabelRoute: Route = {
  route: 'DELETE /repos/{owner}/{repo}/labels/{name}',
  on: 'repository',
  access: write,
  handle(call) {
    deleteLabel({ ...call, label: labelOf(call) });
    return { status: 204 };
  },
};
