import { actorOf } from '../../access';
import type { Hook } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { Answer, Call, Route } from '../../http/Route';
import { presentHook } from '../presentHook';
import { presentHookConfig } from '../presentHookConfig';
import { createHook } from '../settings/createHook';
import { removeHook } from '../settings/removeHook';
import { updateHook } from '../settings/updateHook';
import type { HookScope } from './HookScope';
import { hookProblemError } from './hookProblemError';
import { readHookBody } from './readHookBody';
import { hookRoute, hooksRoute } from './scopedRoute';

/** Lists, makes, shows, changes and removes hooks, and their `config` alone. */
export function hookCrudRoutes(options: { scope: HookScope }): Route[] {
  const { scope } = options;
  return [
    hooksRoute({
      scope,
      method: 'GET',
      handle({ call, target }) {
        const { rows, total } = paginate({
          call,
          rows: call.sandbox.state.hooks.by(
            'target',
            `${target.kind}:${target.id}`,
          ),
        });
        return {
          body: rows.map(hook => presentHook({ ...call, hook })),
          total,
        };
      },
    }),
    hooksRoute({
      scope,
      method: 'POST',
      handle({ call, target }) {
        const body = readHookBody({
          body: call.body,
          required: scope.on === 'organisation' ? ['name', 'config'] : [],
        });
        const created = createHook({
          sandbox: call.sandbox,
          target,
          actor: actorOf(call.viewer),
          ...body,
          config: body.config ?? {},
        });
        if (created.outcome === 'invalid') throw hookProblemError(created);
        return {
          ...shown({ call, hook: created.hook }),
          status: 201,
          headers: {
            location: `${call.urls.api}${scope.pathOf(call)}/hooks/${
              created.hook.id
            }`,
          },
        };
      },
    }),
    hookRoute({ scope, method: 'GET', handle: shown }),
    hookRoute({
      scope,
      method: 'PATCH',
      handle({ call, hook }) {
        const body = readHookBody({ body: call.body, required: [] });
        change({ sandbox: call.sandbox, hook, keepSecret: false, ...body });
        return shown({ call, hook });
      },
    }),
    hookRoute({
      scope,
      method: 'DELETE',
      handle({ call, hook }) {
        removeHook({ sandbox: call.sandbox, hook });
        return { status: 204 };
      },
    }),
    hookRoute({
      scope,
      method: 'GET',
      path: '/config',
      handle: ({ hook }) => ({ body: presentHookConfig(hook) }),
    }),
    hookRoute({
      scope,
      method: 'PATCH',
      path: '/config',
      handle({ call, hook }) {
        change({
          sandbox: call.sandbox,
          hook,
          keepSecret: true,
          config: call.body,
        });
        return { body: presentHookConfig(hook) };
      },
    }),
  ];
}

function shown({ call, hook }: { call: Call; hook: Hook }): Answer {
  return { body: presentHook({ ...call, hook }) };
}

function change(options: Parameters<typeof updateHook>[0]) {
  const changed = updateHook(options);
  if (changed.outcome === 'invalid') throw hookProblemError(changed);
}
