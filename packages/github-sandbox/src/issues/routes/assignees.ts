import { actorOf } from '../../access';
import type { Issue, User } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentAccount } from '../../organisations/presentAccount';
import { hasRole, issueOf } from '../calls';
import { setAssignees } from '../changes/setAssignees';
import { isAssignable } from '../isAssignable';
import { conversationAccess } from '../issueAccess';
import { presentIssue } from '../present/presentIssue';
import { readTexts } from '../readTexts';

const read = conversationAccess('read');
const write = conversationAccess('write');

/** https://docs.github.com/rest/issues/assignees#list-assignees */
export const listAssignees: Route = {
  route: 'GET /repos/{owner}/{repo}/assignees',
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, urls, repository } = call;
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.users.filter(user =>
        isAssignable({ sandbox, repository, user }),
      ),
    });
    return {
      body: rows.map(account => presentAccount({ urls, account })),
      total,
    };
  },
};

function requireAssignable(call: RepositoryCall) {
  const { sandbox, repository, params } = call;
  const user = sandbox.state.users.first(
    'login',
    params.assignee.toLowerCase(),
  );
  if (!user || !isAssignable({ sandbox, repository, user })) throw notFound();
}

export const checkAssignee: Route = {
  route: 'GET /repos/{owner}/{repo}/assignees/{assignee}',
  on: 'repository',
  access: read,
  handle(call) {
    requireAssignable(call);
    return { status: 204 };
  },
};

export const checkAssigneeOfIssue: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}',
  on: 'repository',
  access: read,
  handle(call) {
    issueOf(call);
    requireAssignable(call);
    return { status: 204 };
  },
};

/** Whoever may not assign changes nothing, as on GitHub. */
function assign(
  call: RepositoryCall,
  change: (logins: string[], given: string[]) => string[],
): Issue {
  const { sandbox, viewer, body } = call;
  const issue = issueOf(call);
  if (!hasRole(call, 'triage')) return issue;
  const before = issue.assigneeIds
    .map(id => sandbox.state.users.get(id))
    .filter((user): user is User => user !== undefined)
    .map(({ login }) => login.toLowerCase());
  const given = (readTexts(body.assignees) ?? []).map(login =>
    login.toLowerCase(),
  );
  setAssignees({
    ...call,
    issue,
    actor: actorOf(viewer),
    logins: change(before, given),
  });
  return issue;
}

export const addAssignees: Route = {
  route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
  on: 'repository',
  access: write,
  handle(call) {
    const issue = assign(call, (before, given) => [...before, ...given]);
    return { status: 201, body: presentIssue({ ...call, issue }) };
  },
};

export const removeAssignees: Route = {
  route: 'DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees',
  on: 'repository',
  access: write,
  handle(call) {
    const issue = assign(call, (before, given) =>
      before.filter(login => !given.includes(login)),
    );
    return { body: presentIssue({ ...call, issue }) };
  },
};
