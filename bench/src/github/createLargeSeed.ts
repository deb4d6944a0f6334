/* eslint-disable @backstage/no-forbidden-package-imports -- seeds in programs are for tests, and so not exported */
import { filesOf } from '@callboard/github-sandbox/src/seed/filesOf';
import type { Seed } from '@callboard/github-sandbox/src/seed/Seed';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { catalogFile } from './catalogFile';
import type { CompanySize } from './CompanySize';
import {
  ORGANISATION,
  personLogin,
  repositoryName,
  teamSlug,
} from './companyNames';

/**
 * An organisation of a size: each repository has one commit with a catalog file and two others, each person is in one team, and every fifth
 * team has the four after it as children. Always the same.
 */
export function createLargeSeed(size: CompanySize): Seed {
  const { repositories, people, teams } = size;
  const logins = times(people, personLogin);
  return {
    organisation: { login: ORGANISATION, owners: [logins[0]] },
    people: logins.map((login, index) => ({
      login,
      name: `Person ${index + 1}`,
      email: `${login}@acme.example`,
    })),
    teams: times(teams, index => ({
      slug: teamSlug(index),
      name: teamSlug(index),
      ...(index % 5 > 0 && { parent: teamSlug(index - (index % 5)) }),
      members: logins.filter((_, person) => person % teams === index),
    })),
    repositories: times(repositories, index => ({
      name: repositoryName(index),
      visibility: index % 2 === 0 ? 'public' : 'private',
      files: filesOf({
        'README.md': `# ${repositoryName(index)}\n`,
        'catalog-info.yaml': catalogFile({
          name: repositoryName(index),
          owner: teamSlug(index % teams),
        }),
        'src/index.ts': `export const name = '${repositoryName(index)}';\n`,
      }),
    })),
  };
}

function times<T>(count: number, create: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => create(index));
}
