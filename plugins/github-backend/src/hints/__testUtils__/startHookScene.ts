import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import type { RepositoryHint } from '../../sync/RepositoryHint';
import { createHintsRouter } from '../createHintsRouter';

const run = promisify(execFile);

export const HOOK = path.resolve(
  __dirname,
  '../../../../../deploy/ghe-pre-receive/callboard-sync',
);
/** With all that a shell may stumble over. */
export const SECRET = `it's "a" $secret %s \\x41 \`id\` é ${'x'.repeat(60)}`;

/** A bare repository with the hook, a clone of it, and a portal that takes hints. */
export async function startHookScene() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'hook-'));
  const bare = path.join(folder, 'shop.git');
  const clone = path.join(folder, 'clone');
  const bin = path.join(folder, 'bin');
  const seen = path.join(folder, 'seen');
  const hints: (RepositoryHint & { refThen: string })[] = [];

  const plain = {
    PATH: process.env.PATH!,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Mel',
    GIT_AUTHOR_EMAIL: 'mel@acme.example',
    GIT_COMMITTER_NAME: 'Mel',
    GIT_COMMITTER_EMAIL: 'mel@acme.example',
  };
  const git = async (
    args: string[],
    options: { cwd?: string; env?: Record<string, string | undefined> } = {},
  ) => {
    const { cwd = clone, env = {} } = options;
    const { stdout, stderr } = await run('git', args, {
      cwd,
      env: { ...plain, ...env } as NodeJS.ProcessEnv,
    });
    return `${stdout}${stderr}`;
  };
  const refOf = (ref: string) =>
    git(['rev-parse', '--verify', '--quiet', ref], { cwd: bare }).then(
      text => text.trim(),
      () => '',
    );

  const logger = mockServices.logger.mock();
  const app = express();
  app.use(
    '/api/github',
    createHintsRouter({
      mirror: {
        async hint(given) {
          for (const hint of given) {
            hints.push({ ...hint, refThen: await refOf('refs/heads/main') });
          }
        },
      },
      view: { repositoryAt: async () => undefined },
      secrets: () => [SECRET],
      hosts: ['ghe.example.com'],
      logger,
      now: () => new Date(),
    }),
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger,
    }).error(),
  );
  let answer: http.RequestListener = app;
  const server = http.createServer((request, response) =>
    answer(request, response),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  await git(['init', '--quiet', '--bare', '-b', 'main', bare], { cwd: folder });
  await fs.copyFile(HOOK, path.join(bare, 'hooks', 'pre-receive'));
  await fs.chmod(path.join(bare, 'hooks', 'pre-receive'), 0o755);
  await git(['init', '--quiet', '-b', 'main', clone], { cwd: folder });
  await git(['remote', 'add', 'origin', bare]);
  await fs.mkdir(bin);

  /** As GitHub Enterprise Server and whoever has set the hook up have it. */
  const environment: Record<string, string | undefined> = {
    GITHUB_REPO_NAME: 'acme/shop',
    GITHUB_USER_LOGIN: 'mel',
    CALLBOARD_URL: url,
    CALLBOARD_HINT_SECRET: SECRET,
    CALLBOARD_SYNC_CONFIG: path.join(folder, 'none'),
  };

  return {
    folder,
    url,
    hints,
    git,
    refOf,
    /** What answers from now on instead of the portal. */
    answerWith(listener: http.RequestListener) {
      answer = listener;
    },
    async commit() {
      await git(['commit', '--quiet', '--allow-empty', '-m', 'Again']);
      return (await git(['rev-parse', 'HEAD'])).trim();
    },
    /** Pushes; throws where the push was refused. The lines that the hook has printed. */
    async push(
      refs: string[] = ['main'],
      env: Record<string, string | undefined> = {},
    ) {
      const output = await git(['push', 'origin', ...refs], {
        env: { ...environment, ...env },
      });
      return output
        .split('\n')
        .filter(line => line.startsWith('remote:'))
        .map(line => line.replace('remote:', '').trim())
        .filter(Boolean);
    },
    /** Has a program write down its arguments and its environment, or do something else, whenever the hook runs it. */
    async watch(name: string, script?: string) {
      const { stdout } = await run('which', [name]);
      await fs.writeFile(
        path.join(bin, name),
        script ??
          `#!/bin/bash\nprintf '%s\\n' "$@" >> ${seen}\nenv >> ${seen}\nexec ${stdout.trim()} "$@"\n`,
        { mode: 0o755 },
      );
      return { PATH: `${bin}:${plain.PATH}` };
    },
    seen: () => fs.readFile(seen, 'utf8'),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
