import { type Environment, readEnvironment } from '../config/readEnvironment';

/** The environment of a command without options, run in `root`. */
export function createEnvironment(
  root: string,
  env: Record<string, string> = {},
  options: {
    config?: string[];
    presets?: string[];
    host?: string;
    envFile?: string;
  } = {},
): Environment {
  return readEnvironment({
    root,
    cwd: root,
    env,
    options: { config: [], frontend: true, verbose: false, ...options },
  });
}
