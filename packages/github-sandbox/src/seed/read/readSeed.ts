import path from 'node:path';
import { Document, LineCounter } from 'yaml';
import { checkSeed } from '../check/checkSeed';
import { advisoriesSchema, sandboxSchema } from '../schema/organisationSchemas';
import type { Schema } from '../schema/parts';
import type { Seed, SeedAdvisory } from '../Seed';
import type { SeedFault, SeedProblem } from '../SeedProblem';
import { lineOf } from './lineOf';
import { readOrganisation } from './readOrganisation';
import { readRepositories } from './readRepositories';
import { readYaml } from './readYaml';
import type { SandboxFile } from './SandboxFile';
import { schemaProblems } from './schemaProblems';
import type { YamlSource } from './YamlSource';

export type ReadSeed =
  | { outcome: 'read'; seed: Seed }
  /** All that is wrong, by file and line. */
  | { outcome: 'invalid'; problems: SeedProblem[] };

/**
 * Reads a seed folder: `sandbox.yaml`, a folder of files and a settings file for each repository. Everything is optional: a folder with
 * nothing but `repositories/x/` is an organisation of that name with one repository. The format is described in examples/README.md.
 */
export async function readSeed(options: { folder: string }): Promise<ReadSeed> {
  const folder = path.resolve(options.folder);
  const sandbox = await readChecked({
    folder,
    file: 'sandbox.yaml',
    schema: sandboxSchema,
  });
  const settings = (sandbox.usable ? sandbox.source.data : {}) as SandboxFile;
  const [organisation, repositories, advisories] = await Promise.all([
    readOrganisation({ folder, settings, source: sandbox.source }),
    readRepositories({
      folder,
      filesFolder: settings.repositories?.files ?? 'repositories',
      settingsFolder: settings.repositories?.settings ?? 'sandbox',
      defaults: settings.repositories?.defaults,
    }),
    readChecked({
      folder,
      file: settings.advisories ?? 'advisories.yaml',
      schema: advisoriesSchema,
    }),
  ]);
  const seed: Seed = {
    ...settings,
    organisation: {
      login: loginFrom(path.basename(folder)),
      ...settings.organisation,
    },
    people: organisation.people,
    teams: organisation.teams,
    advisories: advisories.usable
      ? (advisories.source.data as Record<string, SeedAdvisory>)
      : {},
    repositories: repositories.repositories,
  };
  const readable = [
    ...sandbox.problems,
    ...organisation.problems,
    ...advisories.problems,
    ...repositories.problems,
  ];
  // Without people and teams nearly everything would refer to something unknown.
  const comparable = sandbox.problems.length === 0;
  const faults = comparable ? await checkSeed({ seed }) : [];
  const toProblem = (fault: SeedFault): SeedProblem => {
    const source = fault.repository
      ? repositories.sources.get(fault.repository)
      : sandbox.source;
    return {
      file: source?.file ?? `repositories/${fault.repository}`,
      line: source ? lineOf({ source, path: fault.path }) : 1,
      key: fault.path.join('.'),
      message: fault.message,
      remedy: fault.remedy,
    };
  };
  const problems = [...readable, ...faults.map(toProblem)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
  return problems.length > 0
    ? { outcome: 'invalid', problems }
    : { outcome: 'read', seed };
}

/** One YAML document; where the file is missing, an empty one. */
async function readChecked(options: {
  folder: string;
  file: string;
  schema: Schema;
}): Promise<{ source: YamlSource; usable: boolean; problems: SeedProblem[] }> {
  const { folder, file, schema } = options;
  const read = await readYaml({ folder, file });
  const source = read.outcome === 'read' ? read.sources[0] : undefined;
  const problems = [
    ...(read.outcome === 'invalid' ? read.problems : []),
    ...(source ? schemaProblems({ source, schema }) : []),
  ];
  return {
    source: source ?? {
      file,
      document: new Document(),
      lines: new LineCounter(),
      data: undefined,
    },
    usable: source?.data !== undefined && problems.length === 0,
    problems,
  };
}

function loginFrom(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 39) || 'sandbox'
  );
}
