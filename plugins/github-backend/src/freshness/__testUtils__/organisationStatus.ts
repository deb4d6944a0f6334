import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';

export const NOW = new Date('2026-11-26T10:00:00.000Z');

/** An organisation whose mirror is well. */
export function organisationStatus(
  change: Partial<OrganisationStatus> = {},
): OrganisationStatus {
  return {
    host: 'github.com',
    organisation: 'acme',
    sources: ['acme'],
    repositories: 120,
    mirrored: 118,
    lastFullAt: '2026-11-26T05:00:00.000Z',
    lastIncrementalAt: '2026-11-26T09:58:00.000Z',
    nextIncrementalAt: '2026-11-26T10:03:00.000Z',
    eventsInLastHour: 12,
    targetLagMs: 2_000,
    queued: 0,
    ...change,
  };
}

/** Removals that are held. */
export function heldPlan(change: Partial<HeldPlan> = {}): HeldPlan {
  return {
    id: 'plan-1',
    at: '2026-11-26T09:50:00.000Z',
    what: 'repositories',
    reason: 'the organisation suddenly lists 0 of 120 repositories',
    remove: 120,
    of: 120,
    names: ['shop', 'vault'],
    ...change,
  };
}
