import { isResourcePermission } from '@backstage/plugin-permission-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Policy } from '../harness/testPermissions';
import {
  condition,
  conditionalDecision,
  type Criteria,
} from './conditionalDecision';

const isKind = (...kinds: string[]) => condition('IS_ENTITY_KIND', { kinds });
const isOwner = (...claims: string[]) =>
  condition('IS_ENTITY_OWNER', { claims });

/** What each caller of the corpus may see, by name: every stock rule, and how they combine. */
const criteria: Record<string, Criteria> = {
  kinds: isKind('component', 'API'),
  'no-kinds': isKind(),
  owner: isOwner('group:default/team-a', 'user:default/jane'),
  'no-claims': isOwner(),
  label: condition('HAS_LABEL', { label: 'tier' }),
  'label-value': condition('HAS_LABEL', { label: 'Tier', value: 'GOLD' }),
  annotation: condition('HAS_ANNOTATION', {
    annotation: 'backstage.io/view-url',
  }),
  'annotation-value': condition('HAS_ANNOTATION', {
    annotation: 'backstage.io/managed-by-location',
    value: 'url:https://things.test/all',
  }),
  metadata: condition('HAS_METADATA', { key: 'title' }),
  'metadata-value': condition('HAS_METADATA', { key: 'tags', value: 'java' }),
  spec: condition('HAS_SPEC', { key: 'lifecycle' }),
  'spec-value': condition('HAS_SPEC', { key: 'type', value: 'Service' }),
  all: {
    allOf: [isKind('component'), isOwner('group:default/team-a')],
  } as Criteria,
  any: {
    anyOf: [isKind('user'), condition('HAS_LABEL', { label: 'tier' })],
  } as Criteria,
  not: { not: isKind('component', 'api', 'location') } as Criteria,
  nested: {
    allOf: [
      { not: { anyOf: [isKind('user'), isKind('group')] } },
      {
        anyOf: [
          isOwner('group:default/team-a'),
          { not: condition('HAS_SPEC', { key: 'lifecycle' }) },
        ],
      },
    ],
  } as Criteria,
};

/** The callers with a condition each, and one that is denied everything. */
export const userNames = [...Object.keys(criteria), 'denied'];

/** The header by which a caller makes itself known. */
export function headersOf(caller: string): Record<string, string> {
  if (caller === 'service') {
    return { authorization: mockCredentials.service.header() };
  }
  if (caller === 'nobody') {
    return { authorization: mockCredentials.none.header() };
  }
  return { authorization: mockCredentials.user.header(`user:test/${caller}`) };
}

/** Whether the headers are those of a caller with a condition. */
export function isLimited(headers: Record<string, string> = {}): boolean {
  return Object.keys(criteria).some(
    caller => headersOf(caller).authorization === headers.authorization,
  );
}

/** Users by their names above; the mock user and services may do everything, callers without credentials nothing. */
export const callerPolicy: Policy = ({ permission, principal }) => {
  if (principal === 'none' || principal === 'user:test/denied') {
    return { result: AuthorizeResult.DENY };
  }
  const conditions = criteria[principal.replace('user:test/', '')];
  if (!conditions || !isResourcePermission(permission)) {
    return { result: AuthorizeResult.ALLOW };
  }
  return conditionalDecision(conditions);
};
