import type { SeedProblem } from '../SeedProblem';
import { lineOf } from './lineOf';
import { readYaml } from './readYaml';
import type { YamlSource } from './YamlSource';

/** The part of a Backstage User or Group that a seed uses. */
export interface OrgEntity {
  source: YamlSource;
  name: string;
  title?: string;
  description?: string;
  displayName?: string;
  email?: string;
  parent?: string;
  memberOf: string[];
  members: string[];
}

/** Reads the Backstage entities of one kind from files; other kinds in the same files are passed over. */
export async function readEntities(options: {
  folder: string;
  files: string[];
  kind: 'User' | 'Group';
  /** Where the files are named. */
  namedIn: (index: number) => { file: string; line: number; key: string };
}): Promise<{ entities: OrgEntity[]; problems: SeedProblem[] }> {
  const { folder, files, kind, namedIn } = options;
  const entities: OrgEntity[] = [];
  const problems: SeedProblem[] = [];
  for (const [index, file] of files.entries()) {
    const read = await readYaml({ folder, file });
    if (read.outcome === 'invalid') problems.push(...read.problems);
    if (read.outcome === 'missing') {
      problems.push({
        ...namedIn(index),
        message: `there is no file ${file}`,
        remedy: 'Name a file of Backstage entities, relative to the folder.',
      });
    }
    if (read.outcome !== 'read') continue;
    for (const source of read.sources) {
      const data = source.data as any;
      if (data?.kind !== kind) continue;
      const name = data.metadata?.name;
      if (typeof name !== 'string') {
        problems.push({
          file,
          line: lineOf({ source, path: ['metadata', 'name'] }),
          key: 'metadata.name',
          message: `the ${kind} has no name`,
          remedy: 'Add metadata.name.',
        });
        continue;
      }
      entities.push({
        source,
        name,
        title: data.metadata.title,
        description: data.metadata.description,
        displayName: data.spec?.profile?.displayName,
        email: data.spec?.profile?.email,
        parent: data.spec?.parent && nameOf(data.spec.parent),
        memberOf: namesOf(data.spec?.memberOf),
        members: namesOf(data.spec?.members),
      });
    }
  }
  return { entities, problems };
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(nameOf) : [];
}

/** `group:default/checkout` is meant like `checkout`. */
function nameOf(reference: unknown): string {
  return String(reference).replace(/^.*[:/]/, '');
}
