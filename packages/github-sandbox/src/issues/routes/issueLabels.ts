import { actorOf } from '../../access';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { issueOf } from '../calls';
import { setLabels } from '../changes/setLabels';
import { conversationAccess } from '../issueAccess';
import { labelsOf } from '../labels/labelsOf';
import { presentLabel } from '../present/presentLabel';
import { readLabelNames } from '../readTexts';

const path = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
const access = { ...conversationAccess('write'), role: 'triage' as const };

/** GitHub takes `{ labels: [...] }` and a bare list. */
function given(call: RepositoryCall): string[] {
  return readLabelNames(
    Array.isArray(call.body) ? call.body : call.body.labels,
  );
}

function change(
  call: RepositoryCall,
  to: (before: string[]) => string[],
): ReturnType<typeof presentLabel>[] {
  const { sandbox, viewer } = call;
  const issue = issueOf(call);
  const before = labelsOf({ sandbox, issue }).map(({ name }) => name);
  setLabels({ ...call, issue, actor: actorOf(viewer), names: to(before) });
  return labelsOf({ sandbox, issue }).map(label =>
    presentLabel({ ...call, label }),
  );
}

export const listLabelsOfIssue: Route = {
  route: `GET ${path}`,
  on: 'repository',
  access: conversationAccess('read'),
  handle(call) {
    const { sandbox } = call;
    const { rows, total } = paginate({
      call,
      rows: labelsOf({ sandbox, issue: issueOf(call) }),
    });
    return { body: rows.map(label => presentLabel({ ...call, label })), total };
  },
};

/** Labels that the repository lacks are made. https://docs.github.com/rest/issues/labels#add-labels-to-an-issue */
export const addLabels: Route = {
  route: `POST ${path}`,
  on: 'repository',
  access,
  handle: call => ({
    body: change(call, before => [...before, ...given(call)]),
  }),
};

export const replaceLabels: Route = {
  route: `PUT ${path}`,
  on: 'repository',
  access,
  handle: call => ({ body: change(call, () => given(call)) }),
};

export const removeAllLabels: Route = {
  route: `DELETE ${path}`,
  on: 'repository',
  access,
  handle(call) {
    change(call, () => []);
    return { status: 204 };
  },
};

export const removeLabel: Route = {
  route: `DELETE ${path}/{name}`,
  on: 'repository',
  access,
  handle(call) {
    const { sandbox, params } = call;
    const name = params.name.toLowerCase();
    const isThere = labelsOf({ sandbox, issue: issueOf(call) }).some(
      label => label.name.toLowerCase() === name,
    );
    if (!isThere) throw notFound();
    return {
      body: change(call, before =>
        before.filter(label => label.toLowerCase() !== name),
      ),
    };
  },
};
