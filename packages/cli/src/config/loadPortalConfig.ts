import { type Config, ConfigReader } from '@backstage/config';
import type { ConfigSchema } from '@backstage/config-loader';
import type { ComposedSelection } from '../presets/composeSelection';
import type { SelectedNames } from '../presets/selectPresets';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';
import type { SandboxAccess } from '../sandbox/SandboxAccess';
import { baseUrlProblems } from './baseUrlProblems';
import { configWarnings } from './configWarnings';
import { githubSettingsFlaws } from './githubSettings/githubSettingsFlaws';
import { idTokenProblems } from './idTokenProblems';
import { type MergedConfig, mergeLayers } from './merge/mergeLayers';
import type { Environment } from './readEnvironment';
import { readLayers } from './readLayers';
import { readSchema } from './readSchema';
import { schemaProblems } from './schemaProblems';
import { shortBlockProblems } from './shortBlock/shortBlockProblems';
import type { StoredInDataDirectory } from './stored/readStored';
import { withStoredTokens } from './stored/withStoredTokens';

/** The configuration of a portal and everything that is known about it. */
export interface PortalConfig {
  config: Config;
  merged: MergedConfig;
  schema: ConfigSchema;
  selected: SelectedNames;
  selection: ComposedSelection;
  /** What portal and GitHub sandbox share, where a preset connects to it. */
  sandbox: SandboxAccess | undefined;
  /** What was made or rotated while the portal ran. */
  stored: StoredInDataDirectory;
  /** What keeps a portal from starting with it. */
  problems: Problem[];
  /** What the operator should know. */
  warnings: string[];
}

/** Reads, merges and checks the configuration. All problems are in the result, none is thrown. */
export async function inspectPortalConfig(
  environment: Environment,
): Promise<PortalConfig> {
  const { layers, selected, selection, sandbox, stored, problems, ...read } =
    await readLayers(environment);
  const merged = withStoredTokens({
    merged: mergeLayers(layers),
    credentials: stored.credentials,
  });
  const schema = await readSchema({
    plugins: selection.plugins,
    data: merged.data,
  });
  const config = new ConfigReader(merged.data, 'the configuration');

  const onlyWritten = problems.length > 0;
  const ofGithub = await githubSettingsFlaws({
    ...{ merged, credentials: stored.credentials, onlyWritten },
  });
  const ofSchema = await schemaProblems({
    ...{ merged, schema, onlyWritten },
    told: ofGithub.problems.map(({ key }) => key),
  });
  const all = [
    ...problems,
    ...ofSchema,
    ...(await baseUrlProblems({ merged, environment })),
    ...idTokenProblems({ data: merged.data, selection }),
    ...(await shortBlockProblems({ merged, credentials: stored.credentials })),
    ...ofGithub.problems.map(({ key: _, ...problem }) => problem),
  ];
  return {
    config,
    merged,
    schema,
    selected,
    selection,
    sandbox,
    stored,
    problems: all,
    warnings: unique([
      ...environment.warnings,
      ...environment.variables.warnings,
      ...read.warnings,
      ...selection.warnings,
      ...(await configWarnings({ environment, merged })),
      ...ofGithub.warnings,
    ]),
  };
}

/** The configuration for a command that needs it whole. Throws a `ProblemsError` with all problems at once. */
export async function loadPortalConfig(
  environment: Environment,
): Promise<PortalConfig> {
  const portal = await inspectPortalConfig(environment);
  if (portal.problems.length > 0) {
    throw new ProblemsError(portal.problems);
  }
  return portal;
}

function unique(texts: string[]) {
  return [...new Set(texts)];
}
