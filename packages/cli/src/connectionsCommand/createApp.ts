import fs from 'node:fs/promises';
import path from 'node:path';
import { isError } from '@backstage/errors';
import {
  beginCreation,
  checkCreationRequest,
  completeCreation,
  featureNeeds,
} from '@callboard/plugin-connections-backend';
import { createRootGithubService } from '@callboard/plugin-github-node';
import { findRunningPortal } from '../backup/findRunningPortal';
import { listenAddress } from '../config/listenAddress';
import { inspectPortalConfig } from '../config/loadPortalConfig';
import { readEnvironment } from '../config/readEnvironment';
import { aliveWhile } from '../process/aliveWhile';
import { silentLogger } from '../doctor/here/silentLogger';
import { trustedAuthorities } from '../presets/trustedAuthorities';
import { ExitStatus } from '../problems/ExitStatus';
import { ProblemsError } from '../problems/ProblemsError';
import { trustAuthorities } from '../start/trustAuthorities';
import { askForAddress } from './askForAddress';
import { chooseTarget } from './chooseTarget';
import { fileStates } from './fileStates';
import { formatCompletion } from './formatCompletion';
import { formPage } from './formPage';
import { instructions } from './instructions';
import { readAddress } from './readAddress';
import type { CreateAppOptions } from './registerConnectionsCommand';
import { reportFailure, reportProblems } from './reportProblems';

/** Whoever sits at the terminal may read the data directory. */
const PERSON = 'cli';

/** `callboard connections create-app`. Ends the process: the client for GitHub keeps connections open. */
export async function createApp(options: CreateAppOptions): Promise<void> {
  const status = await aliveWhile(run(options)).catch((error: unknown) => {
    if (!isError(error)) throw error;
    return reportFailure({ error, json: options.json });
  });
  await Promise.all(
    [process.stdout, process.stderr].map(
      stream => new Promise<void>(resolve => stream.write('', () => resolve())),
    ),
  );
  process.exit(status);
}

async function run(options: CreateAppOptions): Promise<number> {
  const environment = readEnvironment({
    // Its `--host` is a GitHub, and nothing that a portal listens on.
    options: { ...options, host: undefined },
    env: process.env,
  });
  process.chdir(environment.root);
  process.umask(0o077);
  const portal = await inspectPortalConfig(environment);
  // That no credential is there yet is what the command mends; a file that cannot be read is another matter.
  const unreadable = portal.problems.filter(({ code }) =>
    ['config-file', 'app-config-invalid', 'base-url'].includes(code ?? ''),
  );
  if (unreadable.length > 0) {
    reportProblems({ problems: unreadable, json: options.json });
    return ExitStatus.cannotStart;
  }
  const { config } = portal;
  trustAuthorities(trustedAuthorities(portal.selection.resolved));
  const now = () => new Date();
  const github = createRootGithubService({ config, logger: silentLogger, now });
  const folder = path.join(environment.data, 'connections');
  const page = path.join(folder, 'new-app.html');
  const states = fileStates({
    file: path.join(folder, 'new-app.json'),
    page,
    now,
  });
  const say = (line: string) =>
    (options.json ? process.stderr : process.stdout).write(`${line}\n`);
  const running = await findRunningPortal(
    listenAddress({ config, port: environment.port }),
  );

  let address: { code: string; state: string };
  if (options.code !== undefined) {
    const read = readAddress(options.code);
    if (read.outcome === 'unusable') {
      throw new ProblemsError([
        {
          problem: 'the address cannot be used',
          where: '--code',
          remedy: read.reason,
        },
      ]);
    }
    address = read;
  } else {
    // What is wrong with any GitHub is said before one has to be chosen.
    try {
      checkCreationRequest({ request: options, needs: featureNeeds });
    } catch (error) {
      asUsage(error);
    }
    const target = chooseTarget({
      asked: options,
      hosts: github.credentials.hosts(),
      config,
    });
    const form = await beginCreation({
      request: {
        ...target,
        name: options.name,
        features: options.features,
        webhook: options.webhook,
      },
      person: PERSON,
      github,
      config,
      needs: featureNeeds,
      states,
      now,
    }).catch(asUsage);
    await fs.rm(page, { force: true });
    await fs.writeFile(page, formPage({ form }), { mode: 0o600 });
    const baseUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
    instructions({ form, page, target, baseUrl, running }).forEach(say);
    address = await askForAddress({ input: process.stdin, say });
  }

  const done = await completeCreation({
    request: {
      code: address.code,
      state: address.state,
      keep: options.show || !github.stored.file ? 'show' : 'store',
    },
    person: PERSON,
    github,
    config,
    states,
    now,
    isRunning: running !== undefined,
  });
  await fs.rm(page, { force: true });
  process.stdout.write(
    options.json
      ? `${JSON.stringify(done, null, 2)}\n`
      : `\n${formatCompletion(done)}`,
  );
  return ExitStatus.done;
}

/** What cannot be begun was asked for in the wrong way. */
function asUsage(error: unknown): never {
  if (isError(error) && /^(Input|NotFound)Error$/.test(error.name)) {
    throw new ProblemsError([
      {
        problem: error.message,
        where: '--host, --organization, --name, --features or --webhook',
        remedy: 'correct the option; --help describes each',
      },
    ]);
  }
  throw error;
}
