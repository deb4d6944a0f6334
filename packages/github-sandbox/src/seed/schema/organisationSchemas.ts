import { repositoryDefaultsSchema } from './repositorySchema';
import {
  daysAgo,
  filledText,
  flag,
  listOf,
  login,
  logins,
  mapOf,
  objectOf,
  oneOf,
  runner,
  text,
  variables,
} from './parts';

const details = objectOf({
  keys: {
    location: text,
    website: text,
    createdDaysAgo: daysAgo,
    outside: flag,
  },
});

/** What `sandbox.yaml` may say. */
export const sandboxSchema = objectOf({
  keys: {
    organisation: objectOf({
      keys: {
        login,
        name: text,
        description: text,
        email: text,
        website: text,
        location: text,
        createdDaysAgo: daysAgo,
        defaultRepositoryPermission: oneOf(
          'none',
          'pull',
          'triage',
          'push',
          'maintain',
          'admin',
        ),
        membersCanCreateRepositories: flag,
        samlEnforced: flag,
        owners: logins,
        variables,
      },
    }),
    people: objectOf({
      keys: { files: listOf(filledText), details: mapOf(details) },
    }),
    teams: objectOf({
      keys: {
        files: listOf(filledText),
        maintainers: mapOf(logins),
        secret: listOf(filledText),
      },
    }),
    repositories: objectOf({
      keys: {
        files: filledText,
        settings: filledText,
        defaults: repositoryDefaultsSchema,
      },
    }),
    advisories: filledText,
    runner,
  },
});

/** What the file of advisories may say. */
export const advisoriesSchema = {
  type: 'object',
  propertyNames: { pattern: '^GHSA(-[0-9a-z]{4}){3}$' },
  additionalProperties: objectOf({
    keys: {
      cve: { type: 'string', pattern: '^CVE-[0-9]{4}-[0-9]{4,}$' },
      severity: oneOf('low', 'medium', 'high', 'critical'),
      summary: filledText,
      description: text,
      cvss: objectOf({
        keys: {
          score: { type: 'number', minimum: 0, maximum: 10 },
          vector: text,
        },
        required: ['score'],
      }),
      packages: {
        ...listOf(
          objectOf({
            keys: {
              ecosystem: oneOf(
                'actions',
                'composer',
                'erlang',
                'go',
                'maven',
                'npm',
                'nuget',
                'pip',
                'pub',
                'rubygems',
                'rust',
                'swift',
              ),
              name: filledText,
              vulnerable: filledText,
              patched: filledText,
            },
            required: ['ecosystem', 'name', 'vulnerable'],
          }),
        ),
        minItems: 1,
      },
    },
    required: ['severity', 'summary', 'packages'],
  }),
};
