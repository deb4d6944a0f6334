import type { Sandbox } from '../../core/Sandbox';
import type { Hook } from '../../core/state';
import type { HookOutcome } from './createHook';
import { hookProblem } from './hookProblem';
import { readHookConfig } from './readHookConfig';

/** Changes a hook. A `config` that names no secret removes it: https://docs.github.com/rest/repos/webhooks#update-a-repository-webhook */
export function updateHook(options: {
  sandbox: Sandbox;
  hook: Hook;
  /** What is left out stays as it is. */
  config?: Record<string, unknown>;
  /** Whether a `config` without a secret leaves the one that there is, as the routes for `config` alone do. */
  keepSecret: boolean;
  events?: string[];
  addEvents?: string[];
  removeEvents?: string[];
  active?: boolean;
}): HookOutcome {
  const { sandbox, hook, config, keepSecret, active } = options;
  const { addEvents = [], removeEvents = [] } = options;
  const read = readHookConfig({
    config: {
      ...(!keepSecret && config && { secret: null }),
      ...config,
    },
  });
  if (read.outcome === 'invalid') return read;
  const events = [
    ...new Set([...(options.events ?? hook.events), ...addEvents]),
  ].filter(event => !removeEvents.includes(event));
  const changed = { ...hook, ...read.config };
  const problem = hookProblem({
    sandbox,
    target: hook.target,
    events,
    url: changed.url,
    contentType: changed.contentType,
    self: hook,
  });
  if (problem) return { outcome: 'invalid', message: problem };

  Object.assign(hook, read.config, {
    events,
    active: active ?? hook.active,
    updatedAt: sandbox.clock.iso(),
  });
  return { outcome: 'saved', hook };
}
