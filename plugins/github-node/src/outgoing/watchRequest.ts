import { currentScope } from '../scope/runInScope';
import { maskPath } from '../trace/maskPath';
import { parseTarget } from '../trace/parseTarget';
import type { TraceEntry } from '../trace/TraceEntry';
import type { RequestBudget } from '../budget/RequestBudget';
import { accountOf } from './accountOf';
import { budgetRefusal } from './budgetRefusal';
import type { GraphqlMeter } from './createGraphqlMeter';
import type { OutgoingRequest, OutgoingSink, WatchedRequest } from './Outgoing';
import { readOutcome } from './readOutcome';

type Granted = Extract<
  Awaited<ReturnType<RequestBudget['acquire']>>,
  { outcome: 'granted' }
>;

/** Opens the trace's entry of a request, for the scope that it is made in; undefined when it does not go to a GitHub. */
export function watchRequest(options: {
  sink: OutgoingSink;
  request: OutgoingRequest;
  meter: GraphqlMeter;
}): WatchedRequest | undefined {
  const { sink, request, meter } = options;
  const github = sink.isGithub(request.host, request.path);
  if (!github) return undefined;

  const { host, part } = github;
  const { method } = request;
  const scope = currentScope();
  const call = scope?.call;
  const target = parseTarget({ part, path: request.path });
  const account = accountOf({
    host,
    request,
    owner: target.owner,
    call,
    credentials: sink.credentials,
  });
  const opened = sink.trace.begin(
    {
      plugin: scope?.pluginId ?? 'unknown',
      ...(typeof scope?.person === 'string' && { person: scope.person }),
      host,
      method,
      path: request.path,
      owner: target.owner ?? (part === 'api' ? call?.chain?.owner : undefined),
      repository: target.repository,
      via: call ? 'client' : 'stock',
      credentialId: account.credentialId,
      credentialKind: account.credentialKind,
      passedOver:
        account.credentialKind === 'none' && call?.kind !== 'none'
          ? []
          : passedOverOf(call?.chain),
      resource: target.resource,
      attempt: call?.attempt ?? 1,
    },
    { limitOwner: account.limitOwner },
  );
  if (typeof scope?.person === 'object') {
    scope.person.then(
      person => opened.amend({ person }),
      () => undefined,
    );
  }
  call?.observer?.opened?.(opened, {
    host,
    credential: account.budgetCredential,
  });

  const isBudgeted = part === 'api';
  // What does not wait for the budget is on its way.
  if (!isBudgeted) call?.observer?.left?.();
  let granted: Granted | undefined;
  let leftAt = performance.now();
  const metered =
    target.resource === 'graphql'
      ? meter.begin(`${host} ${account.budgetCredential}`)
      : undefined;

  function end(outcome: Partial<TraceEntry>) {
    metered?.end();
    opened.finish({
      waitedMs: granted?.waitedMs ?? 0,
      ...outcome,
    });
  }

  async function admit(signal?: AbortSignal) {
    const asked = performance.now();
    let outcome;
    try {
      outcome = await sink.budget.acquire({
        host,
        credential: account.budgetCredential,
        resource: target.resource,
        method,
        // All wait for a token.
        priority: /\/access_tokens$/.test(target.route)
          ? 'person'
          : scope?.priority ?? 'background',
        signal,
        patienceMs: scope?.patienceMs,
        mutates: call?.mutates,
        isFree: target.route === '/rate_limit',
      });
    } catch (error) {
      end({
        error: 'cancelled while it waited for the budget',
        waitedMs: Math.round(performance.now() - asked),
      });
      throw error;
    }
    if (outcome.outcome === 'refused') {
      const error = budgetRefusal({
        host,
        method,
        path: maskPath(request.path),
        ...outcome,
      });
      end({ error: error.message });
      call?.observer?.refused?.(error);
      throw error;
    }
    granted = outcome;
    leftAt = performance.now();
    call?.observer?.left?.();
  }

  return {
    isBudgeted,
    admit,
    answered(answer) {
      granted?.done(answer);
      end({
        ...readOutcome({
          answer,
          isBudgeted,
          expected: target.resource,
          path: target.route,
          points: metered?.points(answer),
        }),
        durationMs: Math.round(performance.now() - leftAt),
      });
    },
    failed(error) {
      granted?.done();
      end({
        error: messageOf(error),
        durationMs: Math.round(performance.now() - leftAt),
      });
    },
  };
}

/** The steps before the one that serves. */
function passedOverOf(
  chain: NonNullable<
    NonNullable<ReturnType<typeof currentScope>>['call']
  >['chain'],
): TraceEntry['passedOver'] {
  const steps = chain?.steps ?? [];
  const used = steps.findIndex(({ verdict }) => verdict === 'used');
  return used < 0 ? [] : steps.slice(0, used);
}

function messageOf(error: unknown): string {
  // Not by `instanceof`: errors of node's own may be of another realm.
  if (typeof error !== 'object' || error === null) {
    return String(error ?? 'no answer came');
  }
  const { message, code } = error as { message?: string; code?: string };
  // Errors for several addresses of one name have no message of their own.
  return message || code || 'no answer came';
}
