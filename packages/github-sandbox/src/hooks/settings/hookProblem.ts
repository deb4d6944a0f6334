import type { Sandbox } from '../../core/Sandbox';
import type { Hook } from '../../core/state';
import { eventCatalogue } from '../eventCatalogue';

/** https://docs.github.com/webhooks/about-webhooks: so many hooks for one event. */
const MOST_HOOKS_PER_EVENT = 20;

/** What GitHub has against a hook as it is to be, or undefined. */
export function hookProblem(options: {
  sandbox: Sandbox;
  target: Hook['target'];
  events: string[];
  url: string;
  contentType: Hook['contentType'];
  /** The hook that is changed; it does not count against itself. */
  self?: Hook;
}): string | undefined {
  const { sandbox, target, events, url, contentType, self } = options;
  const allowed = (event: string) => {
    const kind = eventCatalogue[event];
    return target.kind === 'repository' ? kind?.repository : kind?.organisation;
  };
  const refused = events.filter(event => event !== '*' && !allowed(event));
  if (refused.length > 0) {
    return `These events are not allowed for this hook: ${refused.join(', ')}`;
  }

  const others = sandbox.state.hooks
    .by('target', `${target.kind}:${target.id}`)
    .filter(hook => hook !== self);
  const subscribes = (hook: Hook, event: string) =>
    hook.events.includes('*') || event === '*' || hook.events.includes(event);
  const same = others.some(
    hook =>
      hook.url === url &&
      hook.contentType === contentType &&
      events.some(event => subscribes(hook, event)),
  );
  if (same) {
    return `Hook already exists on this ${
      target.kind === 'repository' ? 'repository' : 'organization'
    }`;
  }
  const full = events.find(
    event =>
      others.filter(hook => hook.events.includes(event)).length >=
      MOST_HOOKS_PER_EVENT,
  );
  return (
    full &&
    `The "${full}" event cannot have more than ${MOST_HOOKS_PER_EVENT} hooks`
  );
}
