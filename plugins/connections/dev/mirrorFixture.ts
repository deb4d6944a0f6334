import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';

const secondsAgo = (seconds: number) =>
  new Date(Date.now() - seconds * 1000).toISOString();

/** An organisation of 1,204 repositories whose mirror is well. */
export function mirrorFixture(
  change: Partial<OrganisationStatus> = {},
): OrganisationStatus {
  return {
    host: 'github.com',
    organisation: 'acme',
    sources: ['acme'],
    repositories: 1_204,
    mirrored: 1_190,
    lastFullAt: secondsAgo(7_300),
    lastIncrementalAt: secondsAgo(130),
    nextIncrementalAt: secondsAgo(-170),
    lastPeopleAt: secondsAgo(3_700),
    eventsInLastHour: 41,
    lastEventAt: secondsAgo(200),
    lag: { p50: 430, p99: 1_240, samples: 37 },
    targetLagMs: 2_000,
    queued: 0,
    ...change,
  };
}

/** Removals that are held since a credential sees less. */
export function heldFixture(change: Partial<HeldPlan> = {}): HeldPlan {
  return {
    id: 'plan-1',
    at: secondsAgo(600),
    what: 'repositories',
    reason: 'the organisation suddenly lists 900 of 1,204 repositories',
    cause: 'App 1234 was taken from some repositories',
    remove: 304,
    of: 1_204,
    names: Array.from({ length: 100 }, (_, index) => `service-${index}`),
    ...change,
  };
}
