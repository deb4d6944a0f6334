import fs from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../config/readEnvironment';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import { ProblemsError } from '../problems/ProblemsError';
import { openPortalSandbox } from './openPortalSandbox';
import {
  keepSandboxAccess,
  readSandboxAccess,
  sandboxAccessFile,
} from './readSandboxAccess';
import type { SandboxOptions } from './registerSandboxCommand';
import { sandboxPort } from './sandboxPort';

/** `callboard sandbox`: runs until it is stopped. A launcher that has started it as a child is told when it is ready. */
export async function runSandbox(options: SandboxOptions): Promise<void> {
  const environment = readEnvironment({
    options: { data: options.data },
    env: process.env,
  });
  process.umask(0o077);
  const { port, problem } = sandboxPort({
    variables: environment.variables,
    portalPort: environment.port,
  });
  try {
    if (problem && options.port === undefined) {
      throw new ProblemsError([problem]);
    }
    const access = readSandboxAccess(environment.data);
    keepSandboxAccess({ data: environment.data, access });
    // The last line of defence: a demo goes on, and its log says what was wrong.
    process.on('unhandledRejection', error =>
      process.stderr.write(`${describe(error)}\n`),
    );
    const started = stopOnSignal();
    const opened = await openPortalSandbox({
      data: environment.data,
      port: options.port ?? port,
      seed: path.resolve(
        options.seed ?? path.join(environment.root, 'examples'),
      ),
      latencyMs: options.latency,
      reset: options.reset,
      portalUrl: (options.portal ?? environment.baseUrl).replace(/\/+$/, ''),
      access,
      onError: error => process.stderr.write(`${describe(error)}\n`),
    });
    const { running, origin, organisation, discarded } = opened;
    started(running.stop);
    if (discarded) {
      process.stderr.write(
        `The sandbox's earlier state cannot be used (${discarded.cause}), so it begins anew. What it was is in ${discarded.keptIn}\n`,
      );
    }

    const facts = {
      url: running.url,
      api: `${running.url}/api/v3`,
      graphql: `${running.url}/api/graphql`,
      organisation,
      origin,
      accessFile: sandboxAccessFile(environment.data),
    };
    if (process.send) tell({ ready: facts });
    else process.stdout.write(options.json ? asJson(facts) : asText(facts));
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const { problems } = error;
    if (process.send) tell({ problems });
    else {
      process.stderr.write(
        options.json
          ? `${JSON.stringify({ problems }, null, 2)}\n`
          : `\n${formatProblems({
              title: 'The GitHub sandbox cannot start',
              problems,
            })}`,
      );
    }
    process.exit(ExitStatus.cannotStart);
  }
}

interface SandboxFacts {
  url: string;
  api: string;
  graphql: string;
  organisation: string;
  origin: 'kept' | 'seeded';
  accessFile: string;
}

function asJson(facts: SandboxFacts) {
  const access = JSON.parse(fs.readFileSync(facts.accessFile, 'utf8'));
  return `${JSON.stringify({ ...facts, ...access }, null, 2)}\n`;
}

function asText(facts: SandboxFacts) {
  return `
  The GitHub sandbox is ready at ${facts.url}
    organisation  ${facts.url}/${facts.organisation} (${
    facts.origin === 'kept' ? 'as it was left' : 'new, from the seed'
  })
    REST          ${facts.api}, and ${facts.url} as on github.com
    GraphQL       ${facts.graphql}
    git           git clone ${facts.url}/OWNER/REPOSITORY
    tokens        ${facts.url}/settings/tokens
    credentials   ${facts.accessFile}: App, OAuth App, bearer of ${
    facts.url
  }/_sandbox
  Only this machine reaches it. Stop with Ctrl-C.

`;
}

/** Tells the launcher, if it is still there. */
function tell(message: object) {
  if (process.connected) process.send?.(message);
}

/** Ends this process when it is told to, or its launcher has gone. Returns how to say, once there is something, what has to be stopped first. */
function stopOnSignal(): (stop: () => Promise<void>) => void {
  let stopping = false;
  let stop = async () => {};
  const end = async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // The launcher is gone, whatever has ended it.
  process.once('disconnect', end);
  return started => {
    stop = started;
  };
}

function describe(error: unknown) {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
