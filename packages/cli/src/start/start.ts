import { listenAddress } from '../config/listenAddress';
import { inspectPortalConfig } from '../config/loadPortalConfig';
import { type Environment, readEnvironment } from '../config/readEnvironment';
import { holdPortalLock } from '../dataDirectory/portalLock';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import { ProblemsError } from '../problems/ProblemsError';
import { trustedAuthorities } from '../presets/trustedAuthorities';
import { keepSandboxAccess } from '../sandbox/readSandboxAccess';
import type { SandboxAccess } from '../sandbox/SandboxAccess';
import { sandboxProblems } from '../sandbox/sandboxProblems';
import { startSandboxProcess } from '../sandbox/startSandboxProcess';
import { templateHint } from '../presetsCommand/templateHint';
import { checkBeforeStart } from './checkBeforeStart';
import { dataDirectoryProblems } from './dataDirectoryProblems';
import { leanValidators } from './leanValidators';
import { listenerProblems } from './listenerProblems';
import { PortalStartError } from './PortalStartError';
import type { StartHooks, StartOptions } from './registerStartCommand';
import { trustAuthorities } from './trustAuthorities';

/** `callboard start`: checks everything that can be checked beforehand, then runs the portal. */
export async function start(
  options: StartOptions,
  hooks: StartHooks = {},
): Promise<void> {
  let warnings: string[] = [];
  let presets: string[] = [];
  try {
    const cwd = process.cwd();
    const env = { ...process.env };
    const environment = readEnvironment({ options, env, cwd });
    // The frontend's files and the example organisation are found relative to the root.
    process.chdir(environment.root);
    process.env.NODE_ENV ??= 'production';
    // Databases hold signing keys and settings of people: what the portal writes is for its own user alone.
    const usualMask = process.umask(0o077);

    leanValidators();
    const portal = await inspectPortalConfig(environment);
    warnings = portal.warnings;
    presets = portal.selected.names;
    const problems = [
      ...portal.problems,
      ...(await dataDirectoryProblems(environment.data)),
      ...(await listenerProblems(
        listenAddress({ config: portal.config, port: environment.port }),
      )),
      ...(portal.sandbox
        ? await sandboxProblems({
            data: environment.data,
            port: environment.sandboxPort,
          })
        : []),
    ];
    if (problems.length > 0) {
      throw new ProblemsError(problems);
    }
    // The check of the database speaks TLS already.
    trustAuthorities(trustedAuthorities(portal.selection.resolved));
    await checkBeforeStart({ environment, config: portal.config });

    // Some libraries read the environment of the process themselves, for example that of AWS.
    for (const [name, value] of Object.entries(environment.fromEnvFile)) {
      process.env[name] ??= value;
    }
    if (environment.serveFrontend && hooks.prepareFrontend) {
      // The pages are part of the checkout, and nobody's secret.
      process.umask(usualMask);
      await hooks.prepareFrontend();
      process.umask(0o077);
    }
    holdPortalLock({
      directory: environment.data,
      alone: portal.config.getString('backend.database.client') !== 'pg',
    });
    // The backend's modules are loaded while the sandbox starts. It has to answer before the first synchronisation asks.
    const sandbox = portal.sandbox
      ? startSandbox({ environment, access: portal.sandbox })
      : undefined;
    const [{ runPortal }] = await Promise.all([import('./runPortal'), sandbox]);
    await runPortal({
      read: { environment, portal },
      async readAgain() {
        const again = readEnvironment({ options, env, cwd });
        return { environment: again, portal: await inspectPortalConfig(again) };
      },
    });
  } catch (error) {
    if (error instanceof ProblemsError) {
      const { problems } = error;
      process.stderr.write(
        options.json
          ? `${JSON.stringify({ problems, warnings }, null, 2)}\n`
          : `\n${formatProblems({
              title: 'Callboard cannot start',
              problems,
            })}${templateHint({ problems, names: presets })}`,
      );
      process.exit(ExitStatus.cannotStart);
    }
    if (error instanceof PortalStartError) {
      process.stderr.write(`\n${error.message}\n`);
      process.exit(ExitStatus.failed);
    }
    throw error;
  }
}

/** Runs the sandbox beside the portal, with what both know of each other written down. */
function startSandbox(options: {
  environment: Environment;
  access: SandboxAccess;
}): Promise<void> {
  const { environment, access } = options;
  const { root, data, sandboxPort: port, baseUrl: portalUrl } = environment;
  keepSandboxAccess({ data, access });
  return startSandboxProcess({ root, data, port, portalUrl });
}
