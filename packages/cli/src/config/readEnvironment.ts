import path from 'node:path';
import type { Problem } from '../problems/Problem';
import { profileNotice } from '../presets/profileNotice';
import { sandboxPort } from '../sandbox/sandboxPort';
import type { StartOptions } from '../start/registerStartCommand';
import { readEnvFile } from '../variables/readEnvFile';
import { Variables } from '../variables/Variables';
import { portalRoot } from './portalRoot';

const DEFAULT_PORT = 7007;

/** Where a portal runs and what it was asked to do, from the command line and the environment. */
export interface Environment {
  /** The root of the repository or of the image. */
  root: string;
  port: number;
  /** The port of the GitHub sandbox, should it run. */
  sandboxPort: number;
  /** The address to listen on, where one was given. */
  host?: string;
  /** The data directory, absolute. */
  data: string;
  /** The URL that people use, without a trailing slash. */
  baseUrl: string;
  /** Configuration files of the operator, absolute, lowest first. */
  configFiles: string[];
  /** Presets as named by the operator; undefined when none were. */
  presets?: string[];
  /** Users and groups that administer the portal. */
  admins?: string[];
  /** A whole app-config as base64, and the variable that holds it. */
  encodedConfig?: { variable: string; value: string };
  serveFrontend: boolean;
  log: 'text' | 'json';
  verbose: boolean;
  /** The folder of the operator's own presets, absolute. */
  presetsFolder?: string;
  /** All variables, for `${NAME}` in configuration files and for `APP_CONFIG_*`, the launcher's own included. */
  variables: Variables;
  /** What the environment file sets, for libraries that read the environment of the process themselves. */
  fromEnvFile: Record<string, string>;
  /** Problems with the environment itself, and what the operator should know about it. */
  problems: Problem[];
  warnings: string[];
}

/**
 * Reads command line and environment variables; a flag wins over its variable. This is the one place that reads them.
 * A command passes those of the options of `callboard start` that it has.
 */
export function readEnvironment(input: {
  options: Partial<StartOptions>;
  env: Record<string, string | undefined>;
  cwd?: string;
  root?: string;
}): Environment {
  const { options, cwd = process.cwd(), root = portalRoot } = input;
  const envFile = readEnvFile({
    root,
    file: options.envFile && path.resolve(cwd, options.envFile),
  });
  const given = new Variables({ env: input.env, envFile });
  const { port, problem } = portOf(given.get('PORT'));
  const chosenPort = options.port ?? port;
  const data = path.resolve(
    cwd,
    options.data ?? (given.get('CALLBOARD_DATA') || path.join(root, 'data')),
  );
  const baseUrl = (
    given.get('CALLBOARD_BASE_URL') ||
    given.get('BACKSTAGE_BASE_URL') ||
    `http://localhost:${chosenPort}`
  ).replace(/\/+$/, '');
  const presetsFolder = given.get('CALLBOARD_PRESETS_DIR');
  const profile = given.get('VEECODE_PROFILE');
  const sandbox = sandboxPort({ variables: given, portalPort: chosenPort });

  return {
    root,
    port: chosenPort,
    sandboxPort: sandbox.port,
    host: options.host,
    data,
    baseUrl,
    configFiles: (options.config ?? []).map(file => path.resolve(cwd, file)),
    presets:
      options.presets ??
      toList(given.get('CALLBOARD_PRESETS')) ??
      toList(given.get('VEECODE_PRESETS')),
    presetsFolder: presetsFolder && path.resolve(cwd, presetsFolder),
    admins: toList(given.get('CALLBOARD_ADMINS')),
    encodedConfig: ['CALLBOARD_APP_CONFIG', 'VEECODE_APP_CONFIG']
      .map(variable => ({ variable, value: given.get(variable) ?? '' }))
      .find(({ value }) => value.trim()),
    serveFrontend: options.frontend ?? true,
    log: options.log ?? 'text',
    verbose: options.verbose ?? false,
    variables: given.with({
      PORT: String(chosenPort),
      CALLBOARD_DATA: data,
      CALLBOARD_BASE_URL: baseUrl,
    }),
    fromEnvFile: envFile?.values ?? {},
    problems: [
      ...(envFile?.problems ?? []),
      ...given.problems,
      ...(problem && options.port === undefined ? [problem] : []),
      ...(sandbox.problem ? [sandbox.problem] : []),
    ],
    warnings: [
      ...(envFile?.warnings ?? []),
      ...given.warnings,
      ...(profile ? [profileNotice(profile)] : []),
    ],
  };
}

function portOf(value: string | undefined): {
  port: number;
  problem?: Problem;
} {
  if (!value) {
    return { port: DEFAULT_PORT };
  }
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) {
    return { port };
  }
  return {
    port: DEFAULT_PORT,
    problem: {
      code: 'port',
      problem: `the variable PORT is not a port: ${value}`,
      where: 'PORT',
      remedy: 'set it to a number from 1 to 65535, or unset it to get 7007',
      variable: 'PORT',
    },
  };
}

function toList(value: string | undefined) {
  const names = value
    ?.split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return names?.length ? names : undefined;
}
