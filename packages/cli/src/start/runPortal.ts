import path from 'node:path';
import type { Config } from '@backstage/config';
import { createPortalBackend } from 'backend';
import { createFindings } from '../config/live/createFindings';
import {
  followConfiguration,
  type ReadConfiguration,
} from '../config/live/followConfiguration';
import { openLiveConfig } from '../config/live/openLiveConfig';
import type { PortalConfig } from '../config/loadPortalConfig';
import { withStrictProxiesFirst } from '../config/withStrictProxiesFirst';
import { withDoctorAccess } from '../doctor/key/withDoctorAccess';
import { withImportAccess } from '../importCommand/withImportAccess';
import { withKeyAccess } from '../keysCommand/withKeyAccess';
import { keepLocalKey } from '../localKeys/localKey';
import { withTemplateKey } from '../localKeys/withTemplateKey';
import { firstAdministrator } from '../permissionsCommand/firstAdministrator';
import { withPermissionsAccess } from '../permissionsCommand/withPermissionsAccess';
import { formatSummary } from '../summary/formatSummary';
import { portalSummary } from '../summary/portalSummary';
import { PortalStartError } from './PortalStartError';
import { waitUntilReady } from './waitUntilReady';

/** Starts the backend and says when the portal answers. The backend stops the process on SIGINT and SIGTERM. */
export async function runPortal(options: {
  read: ReadConfiguration;
  /** Reads everything anew, once a file with a secret has changed. */
  readAgain: () => Promise<ReadConfiguration>;
}): Promise<void> {
  const { read, readAgain } = options;
  const { environment, portal } = read;
  const { config, schema } = portal;
  const started = Date.now();
  let starting = true;
  const say = (line: string) =>
    environment.log === 'text' && process.stdout.write(`${line}\n`);

  const logFile = path.join(environment.data, 'logs', 'callboard.log');
  say(`  Starting the portal (data in ${environment.data})\n`);
  const summary = portalSummary(portal);
  if (environment.log === 'json') {
    const line = { level: 'info', message: 'The portal starts', ...summary };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  say(formatSummary(summary));

  const doctorKey = keepLocalKey({ data: environment.data, user: 'doctor' });
  const importKey = keepLocalKey({ data: environment.data, user: 'import' });
  const keysKey = keepLocalKey({ data: environment.data, user: 'keys' });
  const permissionsKey = keepLocalKey({
    data: environment.data,
    user: 'permissions',
  });
  const templatesKey = keepLocalKey({
    data: environment.data,
    user: 'templates',
  });
  const dataOf = ({ merged }: PortalConfig) =>
    withTemplateKey({
      data: withPermissionsAccess({
        data: withKeyAccess({
          data: withImportAccess({
            data: withDoctorAccess({
              data: withStrictProxiesFirst({ data: merged.data }),
              key: doctorKey,
            }),
            key: importKey,
          }),
          key: keysKey,
        }),
        key: permissionsKey,
      }),
      key: templatesKey,
    });
  const live = await openLiveConfig({ data: dataOf(portal) });
  const findings = createFindings({ warnings: portal.warnings });
  followConfiguration({
    read,
    readAgain,
    publish: changed => live.publish(dataOf(changed)),
    findings,
  });
  const backend = createPortalBackend({
    config: live.config,
    findings,
    schema,
    // At a terminal somebody waits for the prompt; elsewhere a load balancer may still be sending requests.
    shutdownGraceMs: environment.log === 'text' ? 300 : 10_000,
    log:
      environment.log === 'json'
        ? { format: 'json' }
        : {
            format: 'text',
            file: logFile,
            verbose: environment.verbose,
            isQuiet: () => starting && !environment.verbose,
          },
  });
  try {
    await backend.start();
  } catch (error) {
    // Each failure has been logged with its stack; what is missing is one message that says what to do.
    throw new PortalStartError({ cause: error, logFile });
  }

  const url = config.getString('app.baseUrl');
  const listening = `http://${reachableHost(
    config.getOptionalString('backend.listen.host'),
  )}:${config.getNumber('backend.listen.port')}`;
  await waitUntilReady({ url: listening });
  starting = false;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`\n  Callboard is ready at ${url} (started in ${seconds} s)`);
  if (config.has('callboard.sandbox')) {
    say(
      `  This is a trial. Its GitHub, the sandbox, is ${config.getString(
        'callboard.sandbox.url',
      )}/${config.getString(
        'callboard.sandbox.organization',
      )}; sign in as any of its people.${operatorsOf(config)}`,
    );
  }
  if (!config.getOptionalConfig('auth.providers')?.keys().length) {
    say(
      '  Nobody can sign in yet: name a preset such as github-auth (bin/callboard presets list), or look at the trial with --presets demo.',
    );
  }
  if (environment.log === 'text') {
    const words = await firstAdministrator({
      config,
      url: listening,
      key: permissionsKey,
      // Text alone is no sign of a person: it may go to a file, or to the journal of systemd.
      isTerminal: Boolean(process.stdout.isTTY),
    });
    if (words) say(words);
  }
  say(`  Log: ${logFile}. Stop with Ctrl-C.\n`);
}

function operatorsOf(config: Config) {
  const operators =
    config.getOptionalStringArray('callboard.sandbox.operators') ?? [];
  return operators.length > 0
    ? ` Operators, who see Connections too: ${operators.join(', ')}.`
    : '';
}

function reachableHost(host: string | undefined) {
  return !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
