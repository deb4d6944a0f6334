import path from 'node:path';
import { ProblemsError } from '../problems/ProblemsError';
import { portalRoot } from './portalRoot';
import type { StartOptions } from '../start/registerStartCommand';

const DEFAULT_PORT = 7007;

/** Where a portal runs and what it was asked to do, from the command line and the environment. */
export interface Environment {
  /** The root of the repository or of the image. */
  root: string;
  port: number;
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
  /** A whole app-config as base64. */
  encodedConfig?: string;
  serveFrontend: boolean;
  log: 'text' | 'json';
  verbose: boolean;
  /** All variables, for `${NAME}` in configuration files and for `APP_CONFIG_*`. */
  variables: Record<string, string | undefined>;
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
  const { options, env, cwd = process.cwd(), root = portalRoot } = input;
  const port = options.port ?? portOf(env.PORT);
  const data = path.resolve(
    cwd,
    options.data ?? env.CALLBOARD_DATA ?? path.join(root, 'data'),
  );
  const baseUrl = (
    env.CALLBOARD_BASE_URL ||
    env.BACKSTAGE_BASE_URL ||
    `http://localhost:${port}`
  ).replace(/\/+$/, '');
  const presets =
    options.presets ?? toList(env.CALLBOARD_PRESETS ?? env.VEECODE_PRESETS);

  return {
    root,
    port,
    host: options.host,
    data,
    baseUrl,
    configFiles: (options.config ?? []).map(file => path.resolve(cwd, file)),
    presets,
    admins: toList(env.CALLBOARD_ADMINS),
    encodedConfig: env.CALLBOARD_APP_CONFIG ?? env.VEECODE_APP_CONFIG,
    serveFrontend: options.frontend ?? true,
    log: options.log ?? 'text',
    verbose: options.verbose ?? false,
    variables: {
      ...env,
      PORT: String(port),
      CALLBOARD_DATA: data,
      CALLBOARD_BASE_URL: baseUrl,
    },
  };
}

function portOf(value: string | undefined) {
  if (!value) {
    return DEFAULT_PORT;
  }
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) {
    return port;
  }
  throw new ProblemsError([
    {
      problem: `the variable PORT is not a port: ${value}`,
      where: 'PORT',
      remedy: 'set it to a number from 1 to 65535, or unset it to get 7007',
    },
  ]);
}

function toList(value: string | undefined) {
  const names = value
    ?.split(',')
    .map(name => name.trim())
    .filter(Boolean);
  return names?.length ? names : undefined;
}
