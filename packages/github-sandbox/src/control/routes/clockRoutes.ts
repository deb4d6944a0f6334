import type { Sandbox } from '../../core/Sandbox';
import { checkBody } from '../check/checkBody';
import { isDuration, isObject, isTime, isTrue } from '../check/checks';
import { parseDuration } from '../check/parseDuration';
import { ControlError } from '../ControlError';
import type { ControlRoute } from '../ControlRoute';

interface ClockChange {
  advance?: string | number;
  set?: string;
  freeze?: true;
  resume?: true;
}

const isClockChange = isObject({
  optional: {
    advance: isDuration,
    set: isTime,
    freeze: isTrue,
    resume: isTrue,
  },
});

export const clockRoutes: ControlRoute[] = [
  {
    method: 'GET',
    path: '/clock',
    summary: 'The time of the sandbox, and whether it stands still.',
    handle: ({ sandbox }) => ({ body: show(sandbox) }),
  },
  {
    method: 'POST',
    path: '/clock',
    summary:
      'Moves the time: one of advance, set, freeze and resume. What was scheduled for the time between happens.',
    example:
      '{ "advance": "PT1H" } or "90s" or 5000 (ms); { "set": "2026-01-31T12:00:00Z" }; { "freeze": true }; { "resume": true }',
    handle({ sandbox, body }) {
      const change = checkBody<ClockChange>({ body, check: isClockChange });
      if (Object.keys(change).length !== 1) {
        throw new ControlError({
          message: 'Say exactly one of advance, set, freeze and resume',
        });
      }
      apply({ sandbox, change });
      return { body: show(sandbox) };
    },
  },
];

function apply(options: { sandbox: Sandbox; change: ClockChange }): void {
  const { change } = options;
  const { clock } = options.sandbox;
  if (change.freeze) clock.freeze();
  if (change.resume) clock.resume();
  if (change.set !== undefined) clock.set({ time: new Date(change.set) });
  if (change.advance !== undefined) {
    clock.advance({ ms: parseDuration(change.advance)! });
  }
}

function show({ clock }: Sandbox) {
  return { now: clock.now().toISOString(), frozen: clock.isFrozen() };
}
