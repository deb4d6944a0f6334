import type { FaultSettings } from '../../core/faults/Faults';
import { checkBody } from '../check/checkBody';
import { isCount, isObject, isTexts, isTime, orNull } from '../check/checks';
import type { ControlRoute } from '../ControlRoute';

const isFaults = isObject({
  optional: {
    latencyMs: isCount,
    badGatewayEvery: isCount,
    timeoutEvery: isCount,
    rateLimitedUntil: orNull(isTime),
    secondaryLimitedUntil: orNull(isTime),
    partialGraphqlEvery: isCount,
    webhooks: isObject({
      optional: { loseEvery: isCount, doubleEvery: isCount, delayMs: isCount },
    }),
    paths: isTexts,
  },
});

export const faultRoutes: ControlRoute[] = [
  {
    method: 'GET',
    path: '/faults',
    summary: 'What goes wrong at the moment. 0 and null are never.',
    handle: ({ sandbox }) => ({ body: sandbox.faults.settings }),
  },
  {
    method: 'PUT',
    path: '/faults',
    summary:
      'Makes things go wrong from now on, and nothing else: what is left out is as at the start.',
    example:
      '{ "latencyMs": 80, "badGatewayEvery": 10, "timeoutEvery": 0, "rateLimitedUntil": "2026-01-31T12:00:00Z", "secondaryLimitedUntil": null, "partialGraphqlEvery": 3, "webhooks": { "loseEvery": 5, "doubleEvery": 0, "delayMs": 2000 }, "paths": ["/api/v3/repos"] }',
    handle({ sandbox, body }) {
      const settings = checkBody<Partial<FaultSettings>>({
        body,
        check: isFaults,
      });
      sandbox.faults.clear();
      sandbox.faults.set(settings);
      return { body: sandbox.faults.settings };
    },
  },
  {
    method: 'DELETE',
    path: '/faults',
    summary: 'Lets nothing go wrong any more.',
    handle({ sandbox }) {
      sandbox.faults.clear();
      return { body: sandbox.faults.settings };
    },
  },
];
