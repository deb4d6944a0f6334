import type { Sandbox } from '../core/Sandbox';
import type { Hook } from '../core/state';

/** `hook-response` of GitHub's OpenAPI: what became of the last delivery of a hook. */
export function lastResponse(options: { sandbox: Sandbox; hook: Hook }): {
  code: number | null;
  status: string;
  message: string | null;
} {
  const { sandbox, hook } = options;
  const delivery = sandbox.state.deliveries
    .by('hook', `${hook.target.kind}:${hook.id}`)
    .at(-1);
  if (!delivery) return { code: null, status: 'unused', message: null };
  return {
    code: delivery.statusCode,
    status: word(delivery.status),
    message: delivery.status,
  };
}

function word(status: string): string {
  if (status === 'OK') return 'active';
  if (status === 'timed out') return 'timeout';
  return status.startsWith('Invalid') ? 'misconfigured' : 'connection_error';
}
