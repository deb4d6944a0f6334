import type { Sandbox } from '../../core/Sandbox';
import type { Hook, User } from '../../core/state';
import { hookProblem } from './hookProblem';
import { readHookConfig } from './readHookConfig';

export type HookOutcome =
  | { outcome: 'saved'; hook: Hook }
  /** GitHub's sentence about it. */
  | { outcome: 'invalid'; message: string };

/** Makes a hook of a repository or an organisation, and lets a `ping` follow. `config` is as GitHub's API has it. */
export function createHook(options: {
  sandbox: Sandbox;
  target: Hook['target'];
  actor: User;
  config: Record<string, unknown>;
  /** `push` alone where it is left out. */
  events?: string[];
  active?: boolean;
}): HookOutcome {
  const { sandbox, target, actor, events = ['push'], active = true } = options;
  const read = readHookConfig({ config: { url: '', ...options.config } });
  if (read.outcome === 'invalid') return read;
  const {
    url,
    contentType = 'form',
    secret = null,
    insecureSsl = false,
  } = read.config;
  const problem = hookProblem({
    sandbox,
    target,
    events,
    url: url!,
    contentType,
  });
  if (problem) return { outcome: 'invalid', message: problem };

  const now = sandbox.clock.iso();
  const hook = sandbox.state.hooks.insert({
    id: sandbox.nextId(),
    target,
    active,
    events: [...new Set(events)],
    url: url!,
    contentType,
    secret,
    insecureSsl,
    createdAt: now,
    updatedAt: now,
  });
  if (active) sandbox.events.emit({ name: 'ping', hook, sender: actor });
  return { outcome: 'saved', hook };
}
