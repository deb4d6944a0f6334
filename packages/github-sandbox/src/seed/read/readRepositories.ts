import fs from 'node:fs/promises';
import path from 'node:path';
import { repositorySchema } from '../schema/repositorySchema';
import type { SeedProblem } from '../SeedProblem';
import type { SeedRepository, SeedRepositorySettings } from '../SeedRepository';
import { listFiles } from './listFiles';
import { readYaml } from './readYaml';
import { schemaProblems } from './schemaProblems';
import type { YamlSource } from './YamlSource';

/** How many of the newest commits have runs when a repository has workflows and says nothing. */
const USUAL_RUNS = 2;

/** Reads the repositories of a seed folder: all that have a folder of files or a settings file. */
export async function readRepositories(options: {
  folder: string;
  filesFolder: string;
  settingsFolder: string;
  defaults?: SeedRepositorySettings;
}): Promise<{
  repositories: SeedRepository[];
  /** Where the settings of a repository stand. */
  sources: Map<string, YamlSource>;
  problems: SeedProblem[];
}> {
  const { folder, filesFolder, settingsFolder, defaults } = options;
  const names = new Set([
    ...(await foldersIn(path.join(folder, filesFolder))),
    ...(await settingsIn(path.join(folder, settingsFolder))),
  ]);
  const sources = new Map<string, YamlSource>();
  const problems: SeedProblem[] = [];
  const repositories = await Promise.all(
    [...names].sort().map(async (name): Promise<SeedRepository> => {
      const file = path.posix.join(settingsFolder, `${name}.yaml`);
      const [files, wiki, read] = await Promise.all([
        listFiles({ folder: path.join(folder, filesFolder, name) }),
        listFiles({
          folder: path.join(folder, settingsFolder, `${name}.wiki`),
        }),
        readYaml({ folder, file }),
      ]);
      if (read.outcome === 'invalid') problems.push(...read.problems);
      const source = read.outcome === 'read' ? read.sources[0] : undefined;
      const found = source
        ? schemaProblems({ source, schema: repositorySchema })
        : [];
      problems.push(...found);
      if (source) sources.set(name, source);
      const settings = usablePart({ data: source?.data, problems: found });
      return {
        runs: files?.paths.some(isWorkflow) ? USUAL_RUNS : 0,
        ...defaults,
        ...settings,
        name,
        files,
        wiki,
      };
    }),
  );
  return { repositories, sources, problems };
}

/**
 * The settings without keys that nobody knows, so that a misspelt key hides no other mistake. Where a known key is wrong, everything that
 * refers to it would seem wrong too: then nothing is used.
 */
function usablePart(options: {
  data: unknown;
  problems: SeedProblem[];
}): SeedRepositorySettings {
  const { data, problems } = options;
  const known: object = repositorySchema.properties ?? {};
  const unknown = problems.map(({ key }) => key);
  if (unknown.some(key => key === '' || key.split('.')[0] in known)) return {};
  return Object.fromEntries(
    Object.entries(data ?? {}).filter(([key]) => !unknown.includes(key)),
  );
}

function isWorkflow(file: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(file);
}

async function entriesOf(folder: string) {
  return fs.readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
}

async function settingsIn(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ name }) => name.replace(/\.yaml$/, ''));
}
