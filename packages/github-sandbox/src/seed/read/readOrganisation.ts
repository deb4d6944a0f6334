import type { Seed, SeedPerson, SeedTeam } from '../Seed';
import type { SeedProblem } from '../SeedProblem';
import { lineOf } from './lineOf';
import { type OrgEntity, readEntities } from './readEntities';
import type { SandboxFile } from './SandboxFile';
import type { YamlSource } from './YamlSource';

/** Reads people and teams from the Backstage entities that `sandbox.yaml` names. */
export async function readOrganisation(options: {
  folder: string;
  settings: SandboxFile;
  source: YamlSource;
}): Promise<
  Required<Pick<Seed, 'people' | 'teams'>> & { problems: SeedProblem[] }
> {
  const { folder, settings, source } = options;
  const namedIn = (kind: string) => (index: number) => ({
    file: source.file,
    line: lineOf({ source, path: [kind, 'files', index] }),
    key: `${kind}.files.${index}`,
  });
  const users = await readEntities({
    folder,
    files: settings.people?.files ?? [],
    kind: 'User',
    namedIn: namedIn('people'),
  });
  const groups = await readEntities({
    folder,
    files: settings.teams?.files ?? [],
    kind: 'Group',
    namedIn: namedIn('teams'),
  });
  const slugs = new Set(groups.entities.map(({ name }) => name));
  const logins = new Set(users.entities.map(({ name }) => name));
  const people = users.entities.map(
    (user): SeedPerson => ({
      login: user.name,
      name: user.displayName,
      email: user.email,
      bio: user.description,
      ...settings.people?.details?.[user.name],
    }),
  );
  const teams = groups.entities.map(
    (group): SeedTeam => ({
      slug: group.name,
      name: group.displayName ?? group.title,
      description: group.description,
      // What is not there is told below.
      parent: slugs.has(group.parent ?? '') ? group.parent : undefined,
      privacy: settings.teams?.secret?.includes(group.name)
        ? 'secret'
        : 'closed',
      members: [
        ...new Set([
          ...users.entities
            .filter(({ memberOf }) => memberOf.includes(group.name))
            .map(({ name }) => name),
          ...group.members.filter(login => logins.has(login)),
        ]),
      ],
      maintainers: settings.teams?.maintainers?.[group.name],
    }),
  );
  return {
    people,
    teams,
    problems: [
      ...users.problems,
      ...groups.problems,
      ...unknownNames({ users: users.entities, groups: groups.entities }),
    ],
  };
}

function unknownNames(options: {
  users: OrgEntity[];
  groups: OrgEntity[];
}): SeedProblem[] {
  const { users, groups } = options;
  const logins = new Set(users.map(({ name }) => name));
  const slugs = new Set(groups.map(({ name }) => name));
  const problem = (entity: OrgEntity, path: string[], message: string) => ({
    file: entity.source.file,
    line: lineOf({ source: entity.source, path }),
    key: path.join('.'),
    message,
    remedy: 'Correct the name, or add the entity.',
  });
  return [
    ...users.flatMap(user =>
      user.memberOf
        .filter(slug => !slugs.has(slug))
        .map(slug =>
          problem(user, ['spec', 'memberOf'], `there is no team "${slug}"`),
        ),
    ),
    ...groups
      .filter(({ parent }) => parent !== undefined && !slugs.has(parent))
      .map(group =>
        problem(
          group,
          ['spec', 'parent'],
          `there is no team "${group.parent}"`,
        ),
      ),
    ...groups.flatMap(group =>
      group.members
        .filter(login => !logins.has(login))
        .map(login =>
          problem(group, ['spec', 'members'], `there is no person "${login}"`),
        ),
    ),
  ];
}
