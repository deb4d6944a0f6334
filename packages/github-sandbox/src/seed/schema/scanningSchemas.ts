import {
  count,
  daysAgo,
  filledText,
  flag,
  listOf,
  login,
  objectOf,
  oneOf,
  text,
} from './parts';

export const codeAlertsSchema = listOf(
  objectOf({
    keys: {
      rule: filledText,
      severity: oneOf('none', 'note', 'warning', 'error'),
      security: oneOf('low', 'medium', 'high', 'critical'),
      summary: filledText,
      message: filledText,
      tags: listOf(filledText),
      tool: filledText,
      toolVersion: filledText,
      path: filledText,
      line: { ...count, minimum: 1 },
      state: oneOf('open', 'dismissed', 'fixed'),
      daysAgo,
      dismissed: objectOf({
        keys: {
          by: login,
          daysAgo,
          reason: oneOf(
            'false positive',
            "won't fix",
            'used in tests',
            'mitigated',
          ),
          comment: text,
        },
        required: ['by', 'daysAgo', 'reason'],
      }),
      fixedDaysAgo: daysAgo,
    },
    required: ['rule', 'severity', 'summary', 'path', 'daysAgo'],
  }),
);

/** Without a key for the secret, so that nobody writes one down. */
export const secretAlertsSchema = listOf(
  objectOf({
    keys: {
      type: filledText,
      name: filledText,
      provider: filledText,
      validity: oneOf('active', 'inactive', 'unknown'),
      publiclyLeaked: flag,
      daysAgo,
      resolved: objectOf({
        keys: {
          by: login,
          daysAgo,
          resolution: oneOf(
            'false_positive',
            'wont_fix',
            'revoked',
            'used_in_tests',
          ),
          comment: text,
        },
        required: ['by', 'daysAgo', 'resolution'],
      }),
    },
    required: ['type', 'name', 'daysAgo'],
  }),
);
