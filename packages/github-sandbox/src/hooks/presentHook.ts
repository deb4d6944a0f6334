import { accountById } from '../core/names/accountById';
import type { Sandbox } from '../core/Sandbox';
import type { Hook } from '../core/state';
import type { Urls } from '../http/createUrls';
import { fullNameOf } from '../repositories/fullNameOf';
import { lastResponse } from './lastResponse';
import { presentHookConfig } from './presentHookConfig';

/** A hook in GitHub's shape: `hook` of a repository, `org-hook` of an organisation. The secret is never shown. */
export function presentHook(options: {
  sandbox: Sandbox;
  urls: Urls;
  hook: Hook;
}) {
  const { urls, hook } = options;
  const url = `${urls.api}/${pathOf(options)}/hooks/${hook.id}`;
  const isOfRepository = hook.target.kind === 'repository';
  return {
    type: isOfRepository ? 'Repository' : 'Organization',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: presentHookConfig(hook),
    updated_at: hook.updatedAt,
    created_at: hook.createdAt,
    url,
    ...(isOfRepository && { test_url: `${url}/test` }),
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    ...(isOfRepository && { last_response: lastResponse(options) }),
  };
}

function pathOf(options: { sandbox: Sandbox; hook: Hook }): string {
  const { sandbox, hook } = options;
  const { kind, id } = hook.target;
  const repository = sandbox.state.repositories.get(id);
  return kind === 'repository' && repository
    ? `repos/${fullNameOf({ sandbox, repository })}`
    : `orgs/${accountById({ sandbox, id })?.login}`;
}
