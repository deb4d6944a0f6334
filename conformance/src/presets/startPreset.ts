import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { runCallboard } from '@callboard/cli/src/testing/runCallboard';

const READY_WITHIN_MS = 60_000;
const API_TOKEN = 'token-of-the-tests-0123456789';

/** Stand-ins answer only what their probes are about, and complain of the rest: there nothing is checked by itself. */
const NO_CHECKS: JsonObject = {
  schedule: {
    frequency: { hours: 24 },
    initialDelay: { hours: 24 },
    timeout: { minutes: 1 },
  },
};

/** The real portal in a process of its own, configured by presets and nothing else. */
export interface RunningPreset {
  /** `http://localhost:PORT`, its base URL. */
  url: string;
  /** With which it takes a service of the operator's for one. */
  token: string;
  /** Its data directory. */
  data: string;
  /** Everything it has written so far. */
  log(): string;
  /** Its exit status, once it has ended. */
  status(): number | undefined;
  /** Asks its API as a service that is known to it. JSON is parsed, and anything but a success is an error. */
  ask<T = any>(path: string, init?: RequestInit): Promise<T>;
  stop(): Promise<void>;
}

/** Starts the portal without its frontend on an empty data directory, and resolves once it is ready. */
export async function startPreset(options: {
  presets: string[];
  variables?: Record<string, string>;
  /** Where it listens, if that has to be known before. */
  port?: number;
  /** Configuration of the operator, above that of the presets. */
  config?: JsonObject;
  /** Whether `ask` is known to the portal as a service, which sets `backend.auth.externalAccess`; by default it is. */
  isKnown?: boolean;
  /** Entities of the operator, as the YAML of a file location. */
  entities?: string;
}): Promise<RunningPreset> {
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'callboard-preset-'));
  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const access = {
    type: 'static',
    options: { token: API_TOKEN, subject: 'tests' },
  };
  const locations = options.entities
    ? [
        {
          type: 'file',
          target: await file('entities.yaml', options.entities),
          rules: [{ allow: ['Component', 'User', 'Group'] }],
        },
      ]
    : [];
  const data = join(folder, 'data');
  const config = await file(
    'app-config.yaml',
    stringify({
      ...options.config,
      // The sandbox of a trial answers everything.
      ...(!options.presets.includes('demo') && {
        callboard: {
          connections: NO_CHECKS,
          ...(options.config?.callboard as JsonObject),
        },
      }),
      ...(locations.length > 0 && { catalog: { locations } }),
      backend: {
        ...(options.config?.backend as JsonObject),
        ...(options.isKnown !== false && {
          auth: { externalAccess: [access] },
        }),
      },
    }),
  );
  const portal = runCallboard(
    [
      'start',
      ...['--port', String(port), '--data', data],
      ...['--config', config, '--env-file', await file('empty.env', '')],
      ...['--no-frontend', '--log', 'text', '--verbose'],
    ],
    {
      env: {
        CALLBOARD_SANDBOX_PORT: String(await freePort()),
        ...options.variables,
        CALLBOARD_PRESETS: options.presets.join(','),
      },
    },
  );
  let status: number | undefined;
  portal.ended.then(code => {
    status = code;
  });
  const stop = async () => {
    await portal.stop();
    // The GitHub sandbox of a trial ends a moment after its portal, and writes its state until then.
    await rm(folder, {
      recursive: true,
      force: true,
      maxRetries: 20,
      retryDelay: 100,
    });
  };
  try {
    await untilReady({ url, status: () => status, log: portal.output });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    token: API_TOKEN,
    data,
    log: portal.output,
    status: () => status,
    async ask(path, init) {
      const response = await fetch(`${url}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${API_TOKEN}`, ...init?.headers },
      });
      if (!response.ok) {
        throw new Error(
          `${path} answered ${
            response.status
          }: ${await response.text()}\n${portal.output()}`,
        );
      }
      const isJson = response.headers
        .get('content-type')
        ?.startsWith('application/json');
      return isJson ? response.json() : response.text();
    },
    stop,
  };
}

async function untilReady(portal: {
  url: string;
  status(): number | undefined;
  log(): string;
}) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (portal.status() === undefined && Date.now() < deadline) {
    const isReady = await fetch(
      `${portal.url}/.backstage/health/v1/readiness`,
    ).then(
      response => response.ok,
      () => false,
    );
    if (isReady) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  const what =
    portal.status() === undefined
      ? `was not ready after ${READY_WITHIN_MS / 1000} s`
      : `ended with status ${portal.status()}`;
  throw new Error(`The portal ${what}:\n${portal.log()}`);
}
