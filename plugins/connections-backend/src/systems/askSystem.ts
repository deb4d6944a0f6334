import { createHash } from 'node:crypto';
import type { SystemFacts } from '@callboard/plugin-connections-common';
import { remembered } from '../checks/remembered';
import type { InspectionContext } from '../inspection/InspectionContext';
import { messageOf } from '../inspection/messageOf';
import { withinTime } from '../inspection/withinTime';
import { isUnheard } from './isUnheard';
import { judgeExpiry } from './judgeExpiry';
import { ProbeError } from './ProbeError';
import type { Probed, System } from './System';
import { withoutUserInfo } from './withoutUserInfo';

const MOST_MS = 5_000;

type Context = Pick<InspectionContext, 'fetch' | 'now'>;

/** What a probe came to, and how long it took in milliseconds. */
interface Outcome {
  probed: Probed;
  latencyMs: number;
  /** Whether nobody was there to see the secret. */
  unheard?: boolean;
}

/**
 * Asks a system, for five seconds at most. The outcome of a probe that carries a secret stands for ten minutes, a refusal too: a wrong
 * password once a minute locks accounts. Asked at once is where somebody waits, where the secret or the address has changed, and where
 * nobody heard it the last time.
 */
export async function askSystem(options: {
  system: System;
  context: Context;
  asked: boolean;
}): Promise<SystemFacts> {
  const { context } = options;
  const { probe, carries, ...system } = options.system;
  const { probed, latencyMs } = await outcomeOf(options);
  const { status, detail, remedy, expiresAt } = judgeExpiry({
    probed,
    now: context.now(),
  });
  return {
    ...system,
    target: withoutUserInfo(system.target),
    credential: { ...system.credential, ...(expiresAt && { expiresAt }) },
    status: status ?? 'pass',
    detail,
    ...(remedy && { remedy }),
    latencyMs,
  };
}

async function outcomeOf(options: {
  system: System;
  context: Context;
  asked: boolean;
}): Promise<Outcome> {
  const { system, context, asked } = options;
  const { id, target, carries } = system;
  const ask = () => askNow({ system, context });
  let carried: unknown;
  try {
    carried = await carries?.();
  } catch {
    // What cannot be read for the key cannot be read for the probe either, which tells it.
    return ask();
  }
  if (carried === undefined) return ask();
  return remembered({
    key: `system:${id}:${fingerprint([target, carried])}`,
    ...{ context, asked, find: ask },
    isGood: ({ unheard }) => !unheard,
  });
}

async function askNow(options: {
  system: System;
  context: Context;
}): Promise<Outcome> {
  const { system, context } = options;
  const started = performance.now();
  const latencyMs = () => Math.round(performance.now() - started);
  try {
    const probed = await withinTime({
      ms: MOST_MS,
      message: `no answer within ${MOST_MS / 1000} seconds`,
      work: signal =>
        system.probe({ fetch: context.fetch, now: context.now, signal }),
    });
    return { probed, latencyMs: latencyMs() };
  } catch (error) {
    return {
      probed: {
        status: 'fail',
        detail: withoutUserInfo(messageOf(error)),
        ...(error instanceof ProbeError && { remedy: error.remedy }),
      },
      latencyMs: latencyMs(),
      unheard: isUnheard(error),
    };
  }
}

function fingerprint(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
